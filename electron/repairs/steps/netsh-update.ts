import { z } from 'zod';
import { formatEndpoint } from '../../../shared/httpsys/endpoint.ts';
import { HttpSysRecord } from '../../../shared/model/facts/httpsys.ts';
import { recordArguments } from '../netsh-arguments.ts';
import { certificateWords, readBackRecord, runNetsh } from './netsh.ts';
import type { ToolStepKind } from './step-kind.ts';

/** Replaces a whole record at once, build 15063 and later (MS: netsh http; it does not merge). */
export const NetshUpdate = z.object({
  kind: z.literal('netshUpdate'),
  before: HttpSysRecord,
  after: HttpSysRecord,
  /** Why this server would not take the old record back, or null. */
  noUndo: z.string().nullable(),
});
export type NetshUpdate = z.infer<typeof NetshUpdate>;

export const netshUpdate: ToolStepKind<NetshUpdate> = {
  words: ({ after }) =>
    `Rewrite the HTTP.SYS record of ${formatEndpoint(after.endpoint)} with ${certificateWords(after)}`,
  toCommand: ({ after }) => ({
    binary: 'netsh.exe',
    args: ['http', 'update', 'sslcert', ...recordArguments(after)],
  }),
  inverse: ({ before, after, noUndo }) =>
    noUndo === null ? { kind: 'netshUpdate', before: after, after: before, noUndo: null } : null,
  perform: (step, host) => runNetsh(host, netshUpdate.toCommand(step), step.after.endpoint),
  readBack: ({ before, after }, host) => readBackRecord(host, after.endpoint, { before, after }),
};
