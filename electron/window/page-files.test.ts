import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pagePath, servePage, servePreview } from './page-files.ts';

let outside: string;
let folder: string;

beforeAll(async () => {
  outside = await mkdtemp(join(tmpdir(), 'psd-page-'));
  folder = join(outside, 'renderer');
  await mkdir(join(folder, 'assets'), { recursive: true });
  await writeFile(join(folder, 'index.html'), '<meta property="csp-nonce" nonce="__STYLE_NONCE__">');
  await writeFile(join(folder, 'assets', 'index.js'), 'export {};');
  await writeFile(join(folder, 'assets', 'key.pem'), 'no page');
  await writeFile(join(outside, 'secret.js'), 'outside');
});
afterAll(() => rm(outside, { recursive: true, force: true }));

const get = (url: string, method = 'GET') => servePage(folder, { url, method });

describe('servePage', () => {
  it('serves the page with a nonce of its own for each load', async () => {
    const [first, second] = await Promise.all([get('app://psdoctor/index.html'), get('app://psdoctor/index.html')]);
    const nonce = /nonce="(.+?)"/u.exec(await first.text())?.[1];
    expect(nonce).toMatch(/^[\w+/]{22}==$/u);
    expect(first.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`);
    expect(second.headers.get('content-security-policy')).not.toContain(`'nonce-${nonce}'`);
  });

  it('allows nothing inline and nothing remote', async () => {
    const policy = (await get('app://psdoctor/index.html')).headers.get('content-security-policy') ?? '';
    expect(policy.replace(/nonce-[\w+/=]+/u, 'nonce-N').split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self' 'nonce-N'",
      "font-src 'self'",
      "img-src 'self'",
      "frame-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ]);
    expect(policy).not.toMatch(/unsafe|https?:|\*|data:|blob:/u);
  });

  it('serves scripts with their type', async () => {
    const response = await get('app://psdoctor/assets/index.js');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/javascript');
  });

  it.each([
    ['a file that is not there', 'app://psdoctor/none.js', 'GET'],
    ['a kind of file that is no page', 'app://psdoctor/assets/key.pem', 'GET'],
    ['another host', 'app://other/index.html', 'GET'],
    ['a host that only begins like ours', 'app://psdoctor.example/index.html', 'GET'],
    ['another method', 'app://psdoctor/index.html', 'POST'],
    ['an encoded way out', 'app://psdoctor/%2e%2e/secret.js', 'GET'],
    ['an encoded slash on the way out', 'app://psdoctor/..%2fsecret.js', 'GET'],
    ['a backslash', 'app://psdoctor/..%5csecret.js', 'GET'],
    ['a broken escape', 'app://psdoctor/%zz.js', 'GET'],
  ])('refuses %s', async (_what, url, method) => {
    expect((await get(url, method)).status).toBe(404);
  });

  it('never leaves its folder, whatever the address is', () => {
    const part = fc.constantFrom('..', '.', '%2e%2e', '%2f', '%5c', 'a', '/', '\\', '%00', 'C:', '//', '~');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const path = pagePath(folder, `app://psdoctor/${parts.join('/')}`);
        return path === null || path.startsWith(`${folder}/`);
      }),
    );
  });
});

describe('servePreview', () => {
  it('gives the report no rights, and nothing where there is none', () => {
    const response = servePreview('<h1>Report</h1>');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'/u);
    expect(policy).toMatch(/(?:^|; )sandbox$/u);
    expect(policy).not.toMatch(/script-src|https?:|data:|\*/u);
    expect(servePreview(null).status).toBe(404);
  });
});
