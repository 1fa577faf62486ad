import { certificateBytes } from '../printed-certificate.ts';
import type { EvidencePart } from '../evidence-store.ts';
import type { Evidence, RecordedAnswer } from '../recording.ts';
import type { Entry } from './bundle.ts';
import { openFiles, readBundle, type OpenBundle } from './read-bundle.ts';

/**
 * The answers of a bundle that the product has written itself, each as it was
 * recorded; what somebody sent is replayed instead (`openRecordedHost`), so that
 * it goes through the filters of secrets. The bundle is opened for each read
 * anew, so there is nothing to close.
 *
 * @throws UserError when it is refused
 */
export async function bundleEvidence(path: string): Promise<Evidence> {
  const bundle = await readBundle(path);
  try {
    const answers: RecordedAnswer[] = [];
    for (const entry of bundle.answers) answers.push(await answerOf(bundle, entry, path));
    return {
      kind: bundle.target.kind === 'files' ? 'recorded' : bundle.target.kind,
      name: bundle.target.name,
      answers: () => answers,
    };
  } finally {
    bundle.close();
  }
}

async function answerOf(bundle: OpenBundle, entry: Entry, path: string): Promise<RecordedAnswer> {
  const part = (name: string): EvidencePart => ({
    size: bundle.sizes.get(name) ?? 0,
    read: () => readAnew(path, name),
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

async function* readAnew(path: string, name: string): AsyncGenerator<Uint8Array> {
  const files = await openFiles(path);
  try {
    yield* files.read(name);
  } finally {
    files.close();
  }
}
