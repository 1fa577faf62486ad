import { z } from 'zod';
import { StoredCertificate } from './certificates.ts';
import { HttpSys } from './http-sys.ts';
import { Iis } from './iis.ts';
import { Service } from './services.ts';

const Windows = z.object({
  build: z.int(),
  installationType: z.enum(['Server', 'Server Core', 'Client']),
  fqdn: z.string(),
  /** The local addresses, without brackets. */
  addresses: z.array(z.string()),
  bootTime: z.string(),
});

const Agent = z.object({
  version: z.string(),
  installDir: z.string(),
  notificationServer: z.string(),
  /** The package service's own key is there. */
  packageServer: z.boolean(),
});

/**
 * All that is true on a simulated package server: one plain JSON document.
 * Tools read and change it; nothing that a tool prints is kept beside it.
 */
export const World = z.object({
  format: z.literal('package-server-doctor/practice'),
  version: z.literal(1),
  scenario: z.string(),
  /** The language that its Windows speaks, BCP 47. */
  language: z.string(),
  windows: Windows,
  /** The rights of whoever runs the tools. */
  rights: z.enum(['elevated', 'filtered', 'localSystem']),
  iis: Iis,
  httpSys: HttpSys,
  certificates: z.array(StoredCertificate),
  services: z.array(Service),
  agent: Agent.nullable(),
  /** appcmd's backups: the whole configuration as it was. */
  backups: z.array(z.object({ name: z.string(), iis: Iis })),
  /** Files that tools wrote, base64 by Windows path. */
  files: z.record(z.string(), z.string()),
});
export type World = z.infer<typeof World>;
