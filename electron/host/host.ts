import type { ToolName } from './tools.ts';
import type { SecretFilterName } from './filters.ts';

/**
 * All that the product may ask of a server. Nothing above this interface knows
 * whether a real Windows Server, the practice server or a recording answers.
 *
 * Every question has a stable `name`: the key by which a recording is replayed,
 * and the one that findings cite as evidence. No method throws for what the
 * server did: that is the answer's `outcome`.
 */
export interface Host {
  readonly kind: 'windows' | 'practice' | 'recorded';
  /** The target as a person writes it: `windows`, `practice:stale-binding`, `recorded:PATH`. */
  readonly name: string;
  /** Names the lock of whoever changes this server: the same in every process that can. */
  readonly repairLock: string;
  /** Runs a known tool with an argument array: no shell, no stdin, an absolute path. */
  run(question: CommandQuestion): Promise<CommandAnswer>;
  /** Reads one file by its Windows path, as a stream, secrets taken out by `filter`. */
  readFile(question: FileQuestion): Promise<FileAnswer>;
  listFolder(question: FolderQuestion): Promise<FolderAnswer>;
  /** Opens one TLS connection and tells what came; verification is off, the chain is only read. */
  connectTls(question: TlsQuestion): Promise<TlsAnswer>;
  /** The server's own clock, names and addresses. */
  describe(): Promise<HostAnswer>;
  /**
   * What tells this server from every other, whatever it is called: the MachineGuid of its Windows.
   * Null where it cannot be read. No part of the evidence.
   */
  identity(): Promise<string | null>;
  /**
   * A path on the server, writable by administrators alone, for a tool's own export files.
   *
   * @throws UserError refused when others can write there, failed when it cannot be made
   */
  exportPath(fileName: string): Promise<string>;
  dispose(): Promise<void>;
}

interface Question {
  name: string;
  timeoutMs: number;
  signal?: AbortSignal;
}

interface Answered {
  name: string;
  /** ISO-8601 UTC, by the server's clock, when the question was asked. */
  at: string;
  durationMs: number;
  /** One sentence for a person, when there is more to say than the outcome. */
  detail?: string;
}

export interface CommandQuestion extends Question {
  tool: ToolName;
  args: readonly string[];
  /** Exit codes that are an answer and not an error; default `[0]`. */
  okExitCodes?: readonly number[];
  /** Cap on stdout and stderr together; default 16 MiB. */
  maxBytes?: number;
  /** What must be taken out of stdout before anybody, a recording included, sees it. */
  filter?: SecretFilterName;
}

/** A tool's output: the bytes as they came, and the text they were decoded to, once. */
export interface Output {
  bytes: Uint8Array;
  text: string;
  /** `utf-8`, `utf-16le`, `cp850`, `windows-1252`, … */
  encoding: string;
}

export type CommandOutcome =
  | 'exited'
  | 'timedOut'
  | 'cancelled'
  | 'tooLarge'
  | 'notFound'
  | 'spawnFailed'
  | 'accessDenied'
  /** Only of a recorded host: the recording holds no answer to this question. */
  | 'notRecorded';

export interface CommandAnswer extends Answered {
  kind: 'command';
  /** The absolute Windows path that was run. */
  binary: string;
  args: readonly string[];
  outcome: CommandOutcome;
  /** Null unless `outcome` is `exited`. Windows codes are unsigned (0x800F081F = 2148468767). */
  exitCode: number | null;
  /** Exited with one of the question's `okExitCodes`. */
  ok: boolean;
  stdout: Output;
  stderr: Output;
  /** What the filter took out of stdout, in words; absent when the question names none. */
  filtered?: string[];
}

export interface FileQuestion extends Question {
  /** A Windows path, such as `C:\Windows\System32\inetsrv\config\applicationHost.config`. */
  path: string;
  /** What must be taken out before anybody, a recording included, sees the content. */
  filter?: SecretFilterName;
  maxBytes?: number;
}

export type FileOutcome =
  'read' | 'notFound' | 'accessDenied' | 'locked' | 'tooLarge' | 'timedOut' | 'cancelled' | 'failed' | 'notRecorded';

export interface FileAnswer extends Answered {
  kind: 'file';
  path: string;
  outcome: FileOutcome;
  /** The content, to be read once; empty unless `outcome` is `read`. A failure in the middle throws from the iterator. */
  content: AsyncIterable<Uint8Array>;
  /** What the filter takes out, in words. */
  filtered: string[];
}

export interface FolderQuestion extends Question {
  path: string;
}

export interface FolderAnswer extends Answered {
  kind: 'folder';
  path: string;
  outcome: Exclude<FileOutcome, 'tooLarge' | 'locked'>;
  entries: { name: string; size: number; modified: string }[];
}

export interface TlsQuestion extends Question {
  /** An IP address of the server, without brackets. */
  address: string;
  port: number;
  /** The name sent in the ClientHello; null sends none. */
  serverName: string | null;
  /** Only this protocol version is offered; absent means what the client offers by default. */
  version?: 'TLSv1.2' | 'TLSv1.3';
  /** Sends one GET after the handshake. */
  http?: { path: string; host: string };
}

export interface TlsAnswer extends Answered {
  kind: 'tls';
  address: string;
  port: number;
  serverName: string | null;
  outcome:
    'completed' | 'reset' | 'closed' | 'refused' | 'timedOut' | 'cancelled' | 'protocol' | 'otherError' | 'notRecorded';
  protocol: string | null;
  /** DER of the served certificate first, then what the server sent with it. */
  chain: Uint8Array[];
  http: { status: number; path: string } | null;
}

export interface HostAnswer extends Answered {
  kind: 'host';
  now: string;
  bootTime: string | null;
  addresses: string[];
  fqdn: string | null;
}
