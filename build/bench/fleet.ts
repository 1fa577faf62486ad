import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startDiagnosis } from '../../electron/diagnosis/run.ts';
import { readFleet } from '../../electron/fleet/read-fleet.ts';
import { createPracticeServer } from '../../electron/host/practice/practice-server.ts';
import { rollUp } from '../../shared/fleet/roll-up.ts';
import type { Result } from '../../shared/model/result.ts';
import type { Figure } from './figures.mjs';
import { peakMebibytes } from './peak-memory.ts';

const scenarios = [
  'stale-binding',
  'missing-record',
  'healthy',
  'several-faults',
  'foreign-owner',
  'certificate-expired',
];
const placeOf = (folder: string): string => join(folder, 'results');

/** Writes real results of some practice servers, each of them many times under another name, for the part after it. */
export async function benchFleetWriting(folder: string, count: number): Promise<Figure[]> {
  const results: Result[] = [];
  for (const scenario of scenarios) {
    const { host } = await createPracticeServer({ scenario });
    results.push(await startDiagnosis(host).done);
    await host.dispose();
  }
  await mkdir(placeOf(folder), { recursive: true });
  for (let index = 0; index < count; index += 1) {
    const result = results[index % results.length]!;
    const fqdn = `PS${String(index).padStart(5, '0')}.corp.example`;
    const document = { ...result, target: { ...result.target, fqdn } };
    await writeFile(join(placeOf(folder), `${fqdn}.json`), JSON.stringify(document, null, 2));
  }
  return [];
}

/** Reads them, in a process that has done nothing else: its highest memory is that of the reading. */
export async function benchFleetReading(folder: string): Promise<Figure[]> {
  const began = performance.now();
  const { counts } = rollUp(await readFleet(placeOf(folder)), 'bench');
  const ms = performance.now() - began;
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  const missed = (await readdir(placeOf(folder))).length - counts.servers;
  return [
    { name: `${counts.files} results of servers, rolled up`, value: ms, unit: 'ms', limit: { atMost: 10_000 } },
    { name: 'memory of that', value: peakMebibytes(), unit: 'MiB', limit: { atMost: 300 } },
    { name: 'work of that', value: (userCPUTime + systemCPUTime) / 1000, unit: 'ms', limit: null },
    { name: 'results missed in it', value: missed, unit: '', limit: { atMost: 0 } },
  ];
}
