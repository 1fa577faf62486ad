import { certificateBytes } from '../printed-certificate.ts';
import type { EvidencePart } from '../evidence-store.ts';
import type { Evidence, RecordedAnswer } from '../recording.ts';
import type { BundleFiles } from './bundle-files.ts';
import type { Entry } from './bundle.ts';
import { openFiles, readBundle, type OpenBundle } from './read-bundle.ts';

type Bytes = AsyncGenerator<Uint8Array>;

/** After the last read. */
const idleMs = 200;

/**
 * The answers of a bundle that the product has written itself, each as it was
 * recorded; what somebody sent is replayed instead (`openRecordedHost`), so that
 * it goes through the filters of secrets. There is nothing to close: the bundle
 * is open only while it is read.
 *
 * @throws UserError when it is refused
 */
export async function bundleEvidence(path: string): Promise<Evidence> {
  const bundle = await readBundle(path);
  try {
    const answers: RecordedAnswer[] = [];
    const read = readsOf(path);
    for (const entry of bundle.answers) answers.push(await answerOf(bundle, entry, read));
    return {
      kind: bundle.target.kind === 'files' ? 'recorded' : bundle.target.kind,
      name: bundle.target.name,
      answers: () => answers,
    };
  } finally {
    bundle.close();
  }
}

async function answerOf(bundle: OpenBundle, entry: Entry, read: (name: string) => Bytes): Promise<RecordedAnswer> {
  const part = (name: string): EvidencePart => ({
    size: bundle.sizes.get(name) ?? 0,
    read: () => read(name),
  });
  switch (entry.kind) {
    case 'command': {
      const { name = '', stdout, stderr, encoding = 'utf-8', stderrEncoding = encoding, ...rest } = entry;
      return {
        ...rest,
        name,
        ok: entry.outcome === 'exited' && entry.exitCode === 0,
        stdout: { bytes: part(stdout), encoding },
        stderr: { bytes: part(stderr), encoding: stderrEncoding },
      };
    }
    case 'file': {
      const { name = '', content, filtered = [], ...rest } = entry;
      return { ...rest, name, filtered, content: part(content) };
    }
    case 'tls': {
      const { name = '', result: _, ...rest } = entry;
      const { chain, ...result } = await bundle.tlsResult(entry);
      return { ...rest, ...result, name, chain: chain.map(certificateBytes) };
    }
    case 'folder':
    case 'host':
      return { name: '', ...entry };
  }
}

/**
 * Reads of files in the bundle at `path`. Those that follow each other share one opening: a zip lists all its entries
 * each time, and a bundle has hundreds.
 */
function readsOf(path: string): (name: string) => Bytes {
  let opened: Promise<BundleFiles> | null = null;
  let readers = 0;
  let idle: NodeJS.Timeout | undefined;

  function close(): void {
    const files = opened;
    opened = null;
    files?.then(
      (each) => each.close(),
      () => undefined,
    );
  }

  return async function* (name) {
    clearTimeout(idle);
    readers += 1;
    opened ??= openFiles(path);
    try {
      yield* (await opened).read(name);
    } catch (error) {
      // What could not be opened is tried again by the next read.
      if (readers === 1) close();
      throw error;
    } finally {
      readers -= 1;
      if (readers === 0) idle = setTimeout(close, idleMs).unref();
    }
  };
}
