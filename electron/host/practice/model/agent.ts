import { z } from 'zod';

/** One event of the agent's log. */
const LogEvent = z.object({
  /** ISO-8601 UTC; the file itself has no year. */
  at: z.string(),
  /** 1 error, 2 warning, 4 information. */
  severity: z.int(),
  source: z.string(),
  module: z.string(),
  text: z.string(),
});
export type LogEvent = z.infer<typeof LogEvent>;

/** The site-server settings that a policy brings; how the file names them is not documented. */
const SiteServerSettings = z.object({
  publishHttps: z.boolean(),
  /** "Force overwrite HTTPS binding". */
  forceBinding: z.boolean(),
});

export const Agent = z.object({
  version: z.string(),
  installDir: z.string(),
  notificationServer: z.string(),
  /** The package service's own key is there. */
  packageServer: z.boolean(),
  /** SYSTEM may write that key (KB162859). */
  keyWritable: z.boolean(),
  /** What the package server's plug-in found when it last started, and goes on believing (KB150861); null: it did not start. */
  plugin: z.object({ missingFeatures: z.array(z.string()) }).nullable(),
  settings: SiteServerSettings,
  /** What the console has, and no policy has brought yet. */
  waiting: SiteServerSettings.nullable(),
  policyReceived: z.string(),
  policyRequested: z.string(),
  /** By COM; `refused` is what enableCOMSecurity does. */
  com: z.enum(['allowed', 'refused']),
  packages: z.array(z.object({ id: z.string(), name: z.string(), status: z.string(), time: z.string() })),
  log: z.array(LogEvent),
});
