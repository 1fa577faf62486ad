import { z } from 'zod';
import { readWhole } from '../content.ts';
import { Bundle, TlsResult, type Entry } from './bundle.ts';
import { openBundleFolder, refused } from './bundle-folder.ts';

export interface OpenBundle extends Bundle {
  /** One of the bundle's files, by its path in it. */
  read(path: string): AsyncIterable<Uint8Array>;
  /** What was served in a recorded handshake. */
  tlsResult(entry: Extract<Entry, { kind: 'tls' }>): Promise<TlsResult>;
  warnings: string[];
}

/** No tool's output is let grow to this size, and no list of answers gets there. */
const maxWhole = 64 * 1024 * 1024;

/** Only what tells whether this version can read the rest. */
const Header = z.object({ format: z.string(), version: z.int() });

/**
 * Opens an evidence bundle. The result and the journal in it are not read: what
 * was concluded is judged again.
 *
 * @throws UserError when there is none, or it is refused
 */
export async function readBundle(folder: string): Promise<OpenBundle> {
  const files = await openBundleFolder(folder);
  const readJson = async <T>(path: string, schema: z.ZodType<T>): Promise<T> => {
    if ((files.sizes.get(path) ?? 0) > maxWhole) throw refused(folder, `${path} is larger than ${maxWhole} bytes`);
    const text = (await readWhole(files.read(path))).toString('utf8');
    const parsed = schema.safeParse(parseJson(text.replace(/^\ufeff/u, '')));
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    throw refused(folder, `${path} cannot be read (${issue?.path.join('.') || 'the whole'}: ${issue?.message})`);
  };
  const { format, version } = await readJson('bundle.json', Header);
  if (format !== Bundle.shape.format.value) throw refused(folder, `bundle.json is a "${format}", and no evidence`);
  if (version > Bundle.shape.version.value)
    throw refused(folder, `it was written by a newer version (format ${version})`);
  const bundle = await readJson('bundle.json', Bundle);
  for (const entry of bundle.answers) {
    for (const path of filesOf(entry)) {
      const size = files.sizes.get(path);
      if (size === undefined) throw refused(folder, `an answer points to "${path}", which is not in it`);
      // Files are streamed; everything else is read as a whole.
      if (entry.kind !== 'file' && size > maxWhole) throw refused(folder, `"${path}" is larger than ${maxWhole} bytes`);
    }
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
