import { z } from 'zod';
import { PrintedCertificate } from '../printed-certificate.ts';
import { TargetInfo } from '../../../shared/model/result.ts';

const text = z.string();
const count = z.int().nonnegative();

/** Judged by and printed, so it must be one: ISO-8601, made UTC. */
const time = z
  .string()
  .refine((written) => /^\d{4}-\d\d-\d\dT/u.test(written) && Number.isFinite(Date.parse(written)), 'no ISO-8601 time')
  .transform((written) => new Date(written).toISOString());

const recorded = {
  /** The replay key; an answer that somebody collected by hand can be without. */
  name: z.exactOptional(text),
  seq: count,
  phase: text,
  at: time,
  durationMs: count,
  detail: z.exactOptional(text),
  filtered: z.exactOptional(z.array(text)),
};

/** The product keeps no answer that was not recorded; another's bundle may say so. */
const fileOutcome = z.enum([
  'read',
  'notFound',
  'accessDenied',
  'locked',
  'tooLarge',
  'timedOut',
  'cancelled',
  'failed',
  'notRecorded',
]);

const CommandEntry = z.object({
  ...recorded,
  kind: z.literal('command'),
  binary: text,
  args: z.array(text),
  outcome: z.enum([
    'exited',
    'timedOut',
    'cancelled',
    'tooLarge',
    'notFound',
    'spawnFailed',
    'accessDenied',
    'notRecorded',
  ]),
  exitCode: z.int().nullable(),
  stdout: text,
  stderr: text,
  /** Of stdout, and of stderr when that is not said apart; absent: to be found out. */
  encoding: z.exactOptional(text),
  stderrEncoding: z.exactOptional(text),
});

const FileEntry = z.object({
  ...recorded,
  kind: z.literal('file'),
  path: text,
  outcome: fileOutcome,
  content: text,
});

const FolderEntry = z.object({
  ...recorded,
  kind: z.literal('folder'),
  path: text,
  outcome: fileOutcome.exclude(['tooLarge', 'locked']).default('read'),
  entries: z.array(z.object({ name: text, size: count, modified: text })),
});

const TlsEntry = z.object({
  ...recorded,
  kind: z.literal('tls'),
  address: text,
  port: z.int(),
  serverName: text.nullable(),
  result: text,
});

const HostEntry = z.object({
  ...recorded,
  kind: z.literal('host'),
  now: time,
  bootTime: time.nullable(),
  addresses: z.array(text),
  fqdn: text.nullable(),
});

const Entry = z.discriminatedUnion('kind', [CommandEntry, FileEntry, FolderEntry, TlsEntry, HostEntry]);
/** One recorded answer as bundle.json holds it; its bytes are files, named by their paths in the bundle. */
export type Entry = z.infer<typeof Entry>;

/** bundle.json. */
export const Bundle = z.object({
  format: z.literal('package-server-doctor/evidence'),
  version: z.literal(1),
  createdAt: time,
  target: TargetInfo,
  answers: z.array(Entry),
});
export type Bundle = z.infer<typeof Bundle>;

/** The file of a handshake's result. */
export const TlsResult = z.object({
  outcome: z.enum([
    'completed',
    'reset',
    'closed',
    'refused',
    'timedOut',
    'cancelled',
    'protocol',
    'otherError',
    'notRecorded',
  ]),
  protocol: text.nullable(),
  chain: z.array(PrintedCertificate),
  http: z.object({ status: z.int(), path: text }).nullable(),
});
export type TlsResult = z.infer<typeof TlsResult>;
