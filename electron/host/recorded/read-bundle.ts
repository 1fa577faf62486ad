import { stat } from 'node:fs/promises';
import { z } from 'zod';
import { UserError } from '../../app/user-error.ts';
import { diskMeaning } from '../../cases/disk-words.ts';
import { readWhole } from '../content.ts';
import { Bundle, TlsResult, type Entry } from './bundle.ts';
import { checkFiles, refused, type BundleFiles, type CheckedFiles } from './bundle-files.ts';
import { openBundleFolder } from './bundle-folder.ts';

export interface OpenBundle extends Bundle {
  /** Of its files, in bytes. */
  sizes: BundleFiles['sizes'];
  /** One of the bundle's files, by its path in it. */
  read(path: string): AsyncIterable<Uint8Array>;
  /** What was served in a recorded handshake. */
  tlsResult(entry: Extract<Entry, { kind: 'tls' }>): Promise<TlsResult>;
  warnings: string[];
  close(): void;
}

/** No tool's output is let grow to this size, and no list of answers gets there. */
const maxWhole = 64 * 1024 * 1024;

/** Only what tells whether this version can read the rest. */
const Header = z.object({ format: z.string(), version: z.int() });

/**
 * Opens an evidence bundle, a folder or a zip. The result in it is not
 * read: what was concluded is judged again.
 *
 * @throws UserError when there is none, or it is refused
 */
export async function readBundle(path: string): Promise<OpenBundle> {
  const files = await openFiles(path);
  try {
    return await readAnswers(path, await checkFiles(path, files));
  } catch (error) {
    files.close();
    throw error;
  }
}

/** Opens the files of a bundle without looking into them. @throws UserError */
export async function openFiles(path: string): Promise<BundleFiles> {
  const kind = await stat(path).catch(({ code }: NodeJS.ErrnoException) => {
    if (code === 'ENOENT') throw new UserError('notFound', `There is no evidence at ${path}.`);
    throw refused(path, `it cannot be read (${diskMeaning(code)})`);
  });
  if (kind.isDirectory()) return openBundleFolder(path);
  if (!kind.isFile()) throw refused(path, 'it is neither a folder nor a zip');
  // The library is needed for a zip alone.
  const { openBundleZip } = await import('./bundle-zip.ts');
  return openBundleZip(path);
}

async function readAnswers(place: string, files: CheckedFiles): Promise<OpenBundle> {
  const readJson = async <T>(path: string, schema: z.ZodType<T>): Promise<T> => {
    if ((files.sizes.get(path) ?? 0) > maxWhole) throw refused(place, `${path} is larger than ${maxWhole} bytes`);
    const text = (await readWhole(files.read(path))).toString('utf8');
    const json = parseJson(text.replace(/^\ufeff/u, ''));
    if (json === undefined) throw refused(place, `${path} cannot be read (no JSON in UTF-8, or nested without end)`);
    const parsed = schema.safeParse(json);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    throw refused(place, `${path} cannot be read (${issue?.path.join('.') || 'the whole'}: ${issue?.message})`);
  };
  const { format, version } = await readJson('bundle.json', Header);
  if (format !== Bundle.shape.format.value) throw refused(place, `bundle.json is a "${format}", and no evidence`);
  if (version > Bundle.shape.version.value)
    throw refused(place, `it was written by a newer version (format ${version})`);
  const bundle = await readJson('bundle.json', Bundle);
  for (const entry of bundle.answers) {
    for (const path of filesOf(entry)) {
      const size = files.sizes.get(path);
      if (size === undefined) throw refused(place, `an answer points to "${path}", which is not in it`);
      // Files are streamed; everything else is read as a whole.
      if (entry.kind !== 'file' && size > maxWhole) throw refused(place, `"${path}" is larger than ${maxWhole} bytes`);
    }
    if (entry.kind === 'tls') await readJson(entry.result, TlsResult);
  }
  return { ...bundle, ...files, tlsResult: ({ result }) => readJson(result, TlsResult) };
}

function filesOf(entry: Entry): string[] {
  if (entry.kind === 'command') return [entry.stdout, entry.stderr];
  if (entry.kind === 'file') return [entry.content];
  return entry.kind === 'tls' ? [entry.result] : [];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
