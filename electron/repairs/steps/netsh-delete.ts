import { z } from 'zod';
import { formatEndpoint } from '../../../shared/httpsys/endpoint.ts';
import { HttpSysRecord } from '../../../shared/model/facts/httpsys.ts';
import { endpointArgument } from '../netsh-arguments.ts';
import { certificateWords, readBackRecord, runNetsh } from './netsh.ts';
import type { ToolStepKind } from './step-kind.ts';

/** Takes a record away; the whole record is kept here, so that it can be put back with every flag. */
export const NetshDelete = z.object({
  kind: z.literal('netshDelete'),
  record: HttpSysRecord,
  /** Why this server would not take the record back, or null. */
  noUndo: z.string().nullable(),
});
export type NetshDelete = z.infer<typeof NetshDelete>;

export const netshDelete: ToolStepKind<NetshDelete> = {
  words: ({ record }) =>
    `Delete the HTTP.SYS record of ${formatEndpoint(record.endpoint)} with ${certificateWords(record)}`,
  toCommand: ({ record }) => ({
    binary: 'netsh.exe',
    args: ['http', 'delete', 'sslcert', endpointArgument(record.endpoint)],
  }),
  inverse: ({ record, noUndo }) => (noUndo === null ? { kind: 'netshAdd', record } : null),
  perform: (step, host) => runNetsh(host, netshDelete.toCommand(step), step.record.endpoint),
  readBack: ({ record }, host) => readBackRecord(host, record.endpoint, { before: record, after: null }),
};
