import { z } from 'zod';

const Agent = z.object({
  version: z.string(),
  installDir: z.string(),
  notificationServer: z.string().nullable(),
  packageServerKey: z.boolean(),
  policyLastReceived: z.string().nullable(),
  policyForced: z.boolean().nullable(),
});

const AgentLog = z.object({
  files: z.int(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  matches: z.array(
    z.object({
      message: z.string(),
      at: z.string(),
      severity: z.int(),
      file: z.string(),
      line: z.int(),
      text: z.string(),
    }),
  ),
  missingFeatures: z.array(z.string()),
});

/**
 * What the client policy file says. The names of the package server's settings
 * are not documented: they are shown as they stand, never interpreted.
 */
const AgentPolicy = z.object({
  file: z.string(),
  modified: z.string(),
  settings: z.array(z.object({ policy: z.string(), name: z.string(), value: z.string() })),
});

export const AgentFacts = {
  agent: Agent,
  agentPolicy: AgentPolicy,
  agentLog: AgentLog,
  agentPackages: z.object({
    items: z.array(z.object({ id: z.string(), name: z.string(), status: z.string(), time: z.string() })),
    /** Values that replace the server's name in codebases (KB191688), as far as there are; absent when nobody could look. */
    codebaseNames: z.exactOptional(z.array(z.object({ key: z.string(), name: z.string(), value: z.string() }))),
  }),
} as const;
