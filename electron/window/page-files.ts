import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { contentSecurityPolicy, previewPolicy } from './csp.ts';
import { isWizardUrl } from './wizard-url.ts';

/** What the page may consist of; a file of any other kind is not served. */
const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** Stands in index.html where the nonce of a load goes. */
const noncePlace = '__STYLE_NONCE__';

/** Answers one request of the page from `folder`, and from nowhere else. */
export async function servePage(folder: string, request: { url: string; method: string }): Promise<Response> {
  const path = request.method === 'GET' ? pagePath(folder, request.url) : null;
  const type = path === null ? undefined : contentTypes[extname(path)];
  if (path === null || type === undefined) return notFound();
  const content = await readFile(path).catch(() => null);
  if (content === null) return notFound();
  const headers = { 'content-type': type, 'x-content-type-options': 'nosniff' };
  if (!type.startsWith('text/html')) return new Response(new Uint8Array(content), { headers });
  const nonce = randomBytes(16).toString('base64');
  return new Response(content.toString('utf8').replaceAll(noncePlace, nonce), {
    headers: {
      ...headers,
      'content-security-policy': contentSecurityPolicy(nonce),
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    },
  });
}

/** The report that is previewed; it has no rights and no way out. */
export function servePreview(html: string | null): Response {
  if (html === null) return notFound();
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'content-security-policy': previewPolicy,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    },
  });
}

/** The file that an address names, or null when it would lie outside of `folder`. */
export function pagePath(folder: string, url: string): string | null {
  if (!isWizardUrl(url)) return null;
  try {
    const name = decodeURIComponent(new URL(url).pathname);
    if (/[\\\0:]/u.test(name)) return null;
    const path = join(folder, name);
    return path.startsWith(folder + sep) ? path : null;
  } catch {
    return null;
  }
}

const notFound = () => new Response('There is no such page.', { status: 404 });
