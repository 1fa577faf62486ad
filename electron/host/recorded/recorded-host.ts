import { decode, decodeAs } from '../decode.ts';
import { outputWithoutSecrets, withoutSecrets } from '../filters.ts';
import type {
  CommandAnswer,
  CommandQuestion,
  FileAnswer,
  FileQuestion,
  FolderAnswer,
  FolderQuestion,
  Host,
  Output,
  TlsAnswer,
  TlsQuestion,
} from '../host.ts';
import { noContent, readWhole } from '../content.ts';
import { certificateBytes } from '../printed-certificate.ts';
import { toolPath } from '../tools.ts';
import type { Entry } from './bundle.ts';
import { findEntry } from './find-entry.ts';
import { readBundle, type OpenBundle } from './read-bundle.ts';

export interface RecordedHost extends Host {
  /** What a person should know about the evidence, in sentences. */
  warnings: string[];
}

/**
 * Replays an evidence bundle: every question gets the answer that was recorded
 * for it, with the server's time of then. What was not asked then is `notRecorded`.
 *
 * @param path the bundle, a folder or a zip
 * @throws UserError when there is none, or it is refused
 */
export async function openRecordedHost(path: string): Promise<RecordedHost> {
  const bundle = await readBundle(path);
  return {
    kind: 'recorded',
    name: `recorded:${path}`,
    repairLock: 'PackageServerDoctor.recorded',
    warnings: bundle.warnings,
    run: (question) => replayCommand(bundle, question),
    readFile: (question) => Promise.resolve(replayFile(bundle, question)),
    listFolder: (question) => Promise.resolve(replayFolder(bundle, question)),
    connectTls: (question) => replayTls(bundle, question),
    describe() {
      const entry = findEntry(bundle.answers, 'host', 'host', () => true);
      const { now, bootTime, addresses, fqdn } = entry ?? { now: bundle.createdAt, bootTime: null, ...bundle.target };
      return Promise.resolve({ kind: 'host', ...answered(bundle, 'host', entry), now, bootTime, addresses, fqdn });
    },
    identity: () => Promise.resolve(null),
    exportPath: async (fileName) => `C:\\ProgramData\\PackageServerDoctor\\Exports\\${fileName}`,
    dispose: () => Promise.resolve(bundle.close()),
  };
}

async function replayCommand(bundle: OpenBundle, question: CommandQuestion): Promise<CommandAnswer> {
  const { name, tool, args, okExitCodes = [0] } = question;
  const below = toolPath(tool, '').toLowerCase();
  const entry = findEntry(
    bundle.answers,
    'command',
    name,
    (recorded) => recorded.binary.toLowerCase().endsWith(below) && sameList(recorded.args, args),
  );
  if (entry === undefined) {
    const empty: Output = { bytes: new Uint8Array(), text: '', encoding: 'utf-8' };
    return {
      kind: 'command',
      ...answered(bundle, name, undefined),
      binary: toolPath(tool),
      args,
      outcome: 'notRecorded',
      exitCode: null,
      ok: false,
      stdout: empty,
      stderr: empty,
    };
  }
  const { binary, outcome, exitCode, encoding, stderrEncoding = encoding, filtered } = entry;
  const [recorded, stderr] = await Promise.all([readBytes(bundle, entry.stdout), readBytes(bundle, entry.stderr)]);
  const { stdout } = await outputWithoutSecrets(recorded, question.filter);
  return {
    kind: 'command',
    ...answered(bundle, name, entry),
    binary,
    args: entry.args,
    outcome,
    exitCode,
    ok: outcome === 'exited' && exitCode !== null && okExitCodes.includes(exitCode),
    ...(filtered === undefined ? {} : { filtered }),
    stdout: output(stdout, encoding),
    stderr: output(stderr, stderrEncoding),
  };
}

function replayFile(bundle: OpenBundle, { name, path, filter }: FileQuestion): FileAnswer {
  const entry = findEntry(bundle.answers, 'file', name, (recorded) => samePath(recorded.path, path));
  const answer = { kind: 'file' as const, path, ...answered(bundle, name, entry) };
  if (entry === undefined) return { ...answer, outcome: 'notRecorded', content: noContent, filtered: [] };
  // What others collected can still hold secrets; what is filtered already stays as it is.
  const { content } = withoutSecrets(bundle.read(entry.content), filter);
  const { outcome, filtered = [] } = entry;
  return { ...answer, path: entry.path, outcome, content: outcome === 'read' ? content : noContent, filtered };
}

function replayFolder(bundle: OpenBundle, { name, path }: FolderQuestion): FolderAnswer {
  const entry = findEntry(bundle.answers, 'folder', name, (recorded) => samePath(recorded.path, path));
  const { outcome, entries } = entry ?? { outcome: 'notRecorded' as const, entries: [] };
  return { kind: 'folder', path, ...answered(bundle, name, entry), outcome, entries };
}

async function replayTls(bundle: OpenBundle, question: TlsQuestion): Promise<TlsAnswer> {
  const { name, address, port, serverName, version } = question;
  const entry = findEntry(
    bundle.answers,
    'tls',
    name,
    // No answer says which version alone was offered: only its name does.
    (recorded) =>
      version === undefined &&
      recorded.address === address &&
      recorded.port === port &&
      recorded.serverName === serverName,
  );
  const answer = { kind: 'tls' as const, ...answered(bundle, name, entry), address, port, serverName };
  if (entry === undefined) return { ...answer, outcome: 'notRecorded', protocol: null, chain: [], http: null };
  const { chain, ...result } = await bundle.tlsResult(entry);
  return {
    ...answer,
    ...result,
    serverName: entry.serverName,
    chain: chain.map(certificateBytes),
  };
}

function answered(bundle: OpenBundle, name: string, entry: Entry | undefined) {
  if (entry === undefined) return { name, at: bundle.createdAt, durationMs: 0 };
  const { at, durationMs, detail } = entry;
  return { name, at, durationMs, ...(detail === undefined ? {} : { detail }) };
}

const readBytes = async (bundle: OpenBundle, path: string): Promise<Uint8Array> =>
  new Uint8Array(await readWhole(bundle.read(path)));

function output(bytes: Uint8Array, encoding: string | undefined): Output {
  const known = encoding === undefined ? null : decodeAs(bytes, encoding);
  return { bytes, ...(known ?? decode(bytes, null)) };
}

const samePath = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
const sameList = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((item, index) => item === other[index]);
