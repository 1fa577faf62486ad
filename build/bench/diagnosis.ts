import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createWinbox } from '../../e2e/winbox/winbox.ts';
import { startDiagnosis } from '../../electron/diagnosis/run.ts';
import { createPracticeServer } from '../../electron/host/practice/practice-server.ts';
import { probes } from '../../electron/probes/catalogue.ts';
import { watchChains } from './chains.ts';

/** What the real tools take (httpsys.md, 9); others about as long as reg. */
const realistic = {
  netsh: 60,
  appcmd: 400,
  reg: 40,
  sc: 40,
  powershell: 600,
  whoami: 40,
  netstat: 40,
  wevtutil: 60,
  tasklist: 60,
};

export interface DiagnosisBench {
  totalMs: number;
  /** The longest chain of questions that wait for each other, from the durations of the same run. */
  longestMs: number;
  longestChain: string[];
  /** Total by longest chain. */
  ratio: number;
  processes: number;
  powershell: number;
  /** What this process itself worked meanwhile: with it near the total, the machine was busy with other things. */
  cpuMs: number;
  /** Facts that were not known in that run: with any, the figures are of another diagnosis. */
  unknown: string[];
}

/** Diagnoses a box with realistic tools, `rounds` times; the round with the best ratio counts. */
export async function benchDiagnosis(rounds = 3): Promise<DiagnosisBench> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const practice = await createPracticeServer({ scenario: 'stale-binding', dir: folder });
  const box = await createWinbox({ practiceDir: folder, delays: realistic });
  try {
    // The code of both processes gets warm.
    await startDiagnosis(box.host).done;
    let best: DiagnosisBench | null = null;
    for (let round = 0; round < rounds; round += 1) {
      await box.takeStarts();
      const one = await measure(box);
      if (best === null || one.ratio < best.ratio) best = one;
    }
    return best!;
  } finally {
    await box.dispose();
    await practice.dispose();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(box: Awaited<ReturnType<typeof createWinbox>>): Promise<DiagnosisBench> {
  const chains = watchChains(probes);
  const began = performance.now();
  const cpu = process.cpuUsage();
  const { facts } = await startDiagnosis(box.host, { probes: chains.probes }).done;
  const totalMs = performance.now() - began;
  const { user, system } = process.cpuUsage(cpu);
  const { ms, path } = chains.longest();
  const starts = await box.takeStarts();
  return {
    totalMs,
    longestMs: ms,
    longestChain: path,
    ratio: totalMs / ms,
    cpuMs: (user + system) / 1000,
    processes: starts.length,
    powershell: starts.filter((tool) => tool === 'powershell').length,
    unknown: Object.entries(facts).flatMap(([name, fact]) => (fact.state === 'known' ? [] : [name])),
  };
}
