import { parsed, unreadable, type Parsed } from './parsed.ts';

const row = /^"((?:[^"]|"")*)","(\d{1,10})","((?:[^"]|"")*)"/u;
/** The one program that always runs services; elsewhere "none" is a translated word. */
const serviceHost = 'svchost.exe';

/**
 * Reads `tasklist /svc /fo csv /nh`: what each process is called, by its id; that
 * of services which share one with the services in brackets.
 */
export function parseTasklist(text: string): Parsed<Map<number, string>> {
  const processes = new Map<number, string>();
  for (const line of text.split(/\r?\n/u)) {
    const [, image, pid, services] = row.exec(line.trim()) ?? [];
    if (image === undefined) continue;
    const hosts = image.toLowerCase() === serviceHost && services;
    processes.set(Number(pid), hosts ? `${image} (${services.replaceAll(',', ', ')})` : image);
  }
  return processes.size > 0 ? parsed(processes) : unreadable('no process is in it');
}
