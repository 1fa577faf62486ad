import { z } from 'zod';
import { formatEndpoint } from '../../../shared/httpsys/endpoint.ts';
import { HttpSysRecord } from '../../../shared/model/facts/httpsys.ts';
import { recordArguments } from '../netsh-arguments.ts';
import { certificateWords, readBackRecord, runNetsh } from './netsh.ts';
import type { ToolStepKind } from './step-kind.ts';

/** A record for an endpoint that has none. */
export const NetshAdd = z.object({ kind: z.literal('netshAdd'), record: HttpSysRecord });
export type NetshAdd = z.infer<typeof NetshAdd>;

const invalidParameter = 87;

export const netshAdd: ToolStepKind<NetshAdd> = {
  words: ({ record }) =>
    `Add the HTTP.SYS record of ${formatEndpoint(record.endpoint)} with ${certificateWords(record)}`,
  toCommand: ({ record }) => ({
    binary: 'netsh.exe',
    args: ['http', 'add', 'sslcert', ...recordArguments(record)],
  }),
  inverse: ({ record }) => ({ kind: 'netshDelete', record, noUndo: null }),
  async perform(step, host, patience) {
    const command = netshAdd.toCommand(step);
    let answer = await runNetsh(host, command, step.record.endpoint);
    // For some seconds after a certificate request was accepted, add answers 87 (repairs.md, netsh).
    for (const wait of patience.addRetries) {
      if (answer.code !== invalidParameter) break;
      await new Promise((resolve) => setTimeout(resolve, wait));
      answer = await runNetsh(host, command, step.record.endpoint);
    }
    return answer;
  },
  readBack: ({ record }, host) => readBackRecord(host, record.endpoint, { before: null, after: record }),
};
