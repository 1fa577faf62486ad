import { networkInterfaces, uptime } from 'node:os';
import { whyLooseHere, type WhyLoose } from '../../cases/trusted-folder.ts';
import type { Destination } from '../tls-client.ts';

/**
 * What the windows Host sees of the world. It is a seam for winbox, where real
 * programs in a folder stand for those of Windows, and for nothing else.
 */
export interface WindowsWorld {
  /** As shown and written into paths, such as `C:\Windows`. */
  systemRoot: string;
  /** Such as `C:\ProgramData`. */
  programData: string;
  /** The real folder that programs start in. */
  systemFolder: string;
  /** The environment that tools get their part of. */
  environment: NodeJS.ProcessEnv;
  /** Where a Windows path really lies. */
  mapPath(windowsPath: string): string;
  /** Where a connection to an address of the server really goes. */
  connect(address: string, port: number): Promise<Destination>;
  /** The server's addresses, without loopback, brackets and zones. */
  addresses(): Promise<string[]>;
  /** ISO-8601 UTC. */
  bootTime(): Promise<string | null>;
  /** Why others can write to a real folder, or null. */
  whyLoose: WhyLoose;
  /** As a Host says it. */
  repairLock: string;
  now(): Date;
}

/** The Windows that this process runs on. */
export function realWorld(environment: NodeJS.ProcessEnv = process.env): WindowsWorld {
  const systemRoot = environment['SystemRoot'] ?? 'C:\\Windows';
  const system32 = `${systemRoot}\\System32`;
  // A 32-bit process on 64-bit Windows is shown other files under System32.
  const redirected = environment['PROCESSOR_ARCHITEW6432'] !== undefined;
  return {
    systemRoot,
    programData: environment['ProgramData'] ?? 'C:\\ProgramData',
    systemFolder: system32,
    environment,
    mapPath: (path) =>
      redirected && path.toLowerCase().startsWith(`${system32}\\`.toLowerCase())
        ? `${systemRoot}\\Sysnative${path.slice(system32.length)}`
        : path,
    connect: (host, port) => Promise.resolve({ host, port }),
    addresses: () => Promise.resolve(localAddresses()),
    bootTime: () => Promise.resolve(new Date(Date.now() - uptime() * 1000).toISOString()),
    whyLoose: whyLooseHere,
    repairLock: 'PackageServerDoctor.repair',
    now: () => new Date(),
  };
}

function localAddresses(): string[] {
  const interfaces = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return interfaces.filter(({ internal }) => !internal).map(({ address }) => address.replace(/%.*$/u, ''));
}
