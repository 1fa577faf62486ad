import { z } from 'zod';
import { Agent } from './agent.ts';
import { StoredCertificate } from './certificates.ts';
import { HttpSys, SslRecord } from './http-sys.ts';
import { Iis } from './iis.ts';
import { Service } from './services.ts';
import { Program, SystemEvent, Windows } from './windows.ts';

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
  /** What the Central Certificate Store's share holds. */
  centralStore: z.array(StoredCertificate),
  services: z.array(Service),
  programs: z.array(Program),
  /** The record that another product writes again each time it starts; null: there is no such product. */
  otherProduct: z.object({ name: z.string(), record: SslRecord }).nullable(),
  agent: Agent.nullable(),
  /** The server is a Notification Server itself, installed here. */
  notificationServer: z.object({ installPath: z.string() }).nullable(),
  /** The System log, oldest first. */
  events: z.array(SystemEvent),
  /** appcmd's backups: the whole configuration as it was. */
  backups: z.array(z.object({ name: z.string(), iis: Iis })),
  /** Files that tools wrote, base64 by Windows path. */
  files: z.record(z.string(), z.string()),
});
export type World = z.infer<typeof World>;
