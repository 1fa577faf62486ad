import type { Fact } from '../../../shared/model/fact.ts';
import { unknown } from '../../../shared/model/fact.ts';
import type { FactName, FactValue } from '../../../shared/model/facts.ts';
import type {
  CommandAnswer,
  FileAnswer,
  FolderAnswer,
  Host,
  HostAnswer,
  TlsAnswer,
  TlsQuestion,
} from '../../host/host.ts';
import type { ProbeContext } from '../probe.ts';

type Command = Partial<Pick<CommandAnswer, 'outcome' | 'exitCode'>> & { text?: string };
type File = Partial<Pick<FileAnswer, 'outcome'>> & { chunks?: AsyncIterable<Uint8Array> | Iterable<Uint8Array> };

interface Replay {
  /** By question name; a name that is missing is not installed, and a file that is missing is not there. */
  commands?: Record<string, Command>;
  files?: Record<string, File>;
  /** By path; a folder that is missing is not there. */
  folders?: Record<string, Partial<Pick<FolderAnswer, 'outcome'>> & { entries?: FolderAnswer['entries'] }>;
  described?: Partial<HostAnswer>;
  tls?(question: TlsQuestion): Partial<TlsAnswer>;
}

const at = '2026-08-01T00:00:00.000Z';
const output = (text: string) => ({ bytes: new TextEncoder().encode(text), text, encoding: 'utf-8' });

async function* stream(chunks: NonNullable<File['chunks']>): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

/** A Host that answers what a test gives it, and keeps what it was asked. */
export function replayHost(replay: Replay): Host & { asked: string[] } {
  const asked: string[] = [];
  const answered = (name: string) => {
    asked.push(name);
    return { name, at, durationMs: 0 };
  };
  return {
    asked,
    kind: 'recorded',
    name: 'recorded:test',
    repairLock: 'PackageServerDoctor.test',
    run: async ({ name, tool, args, okExitCodes }) => {
      const { outcome, exitCode = 0, text = '' } = replay.commands?.[name] ?? { outcome: 'notFound' };
      const exited = outcome === undefined || outcome === 'exited';
      return {
        ...answered(name),
        kind: 'command',
        binary: `C:\\${tool}.exe`,
        args,
        outcome: outcome ?? 'exited',
        exitCode: exited ? exitCode : null,
        ok: exited && (okExitCodes ?? [0]).includes(exitCode ?? 0),
        stdout: output(text),
        stderr: output(''),
      };
    },
    readFile: async ({ name, path, filter }) => {
      const file = replay.files?.[path];
      return {
        ...answered(name),
        kind: 'file',
        path,
        outcome: file === undefined ? 'notFound' : (file.outcome ?? 'read'),
        content: stream(file?.chunks ?? []),
        filtered: filter === undefined ? [] : [filter],
      };
    },
    listFolder: async ({ name, path }) => ({
      ...answered(name),
      kind: 'folder',
      path,
      outcome: replay.folders?.[path] === undefined ? 'notFound' : (replay.folders[path].outcome ?? 'read'),
      entries: replay.folders?.[path]?.entries ?? [],
    }),
    connectTls: async (question) => {
      const { name, address, port, serverName } = question;
      const silent = { outcome: 'reset', protocol: null, chain: [] as Uint8Array[], http: null } as const;
      return { ...answered(name), kind: 'tls', address, port, serverName, ...silent, ...replay.tls?.(question) };
    },
    describe: async () => ({
      ...answered('host'),
      kind: 'host',
      now: at,
      bootTime: null,
      addresses: ['127.0.0.1', '10.0.0.7'],
      fqdn: 'PS07.corp.example',
      ...replay.described,
    }),
    identity: () => Promise.resolve(null),
    exportPath: async (fileName) => `C:\\${fileName}`,
    dispose: async () => {},
  };
}

/** A context in which the given facts are known and the others are not recorded. */
export function contextWith(
  facts: { [N in FactName]?: Fact<FactValue<N>> } = {},
  signal: AbortSignal = new AbortController().signal,
): ProbeContext {
  const done = new Map<string, Promise<unknown>>();
  return {
    signal,
    fact: async <N extends FactName>(name: N) => (facts[name] ?? unknown('notRecorded', '')) as Fact<FactValue<N>>,
    once: <T>(key: string, work: (signal: AbortSignal) => Promise<T>) => {
      const running = (done.get(key) as Promise<T> | undefined) ?? work(signal);
      done.set(key, running);
      return running;
    },
  };
}
