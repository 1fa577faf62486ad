import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { expect } from 'vitest';
import { UserError } from '../../electron/app/user-error.ts';
import { openCaseStore } from '../../electron/cases/store.ts';
import { startDiagnosis } from '../../electron/diagnosis/run.ts';
import { createPracticeServer, type PracticeServer } from '../../electron/host/practice/practice-server.ts';
import { createRepairEngine } from '../../electron/repairs/engine.ts';
import { impatient, wrongCertificate, yes } from '../../electron/repairs/testing/practice-repair.ts';

/** A repair that can be killed: where, and with or without a proof at its end. */
export interface KillCase {
  build: number;
  proof: 'holds' | 'fail';
  /** How many lines its journal has when nothing happens to it. */
  lines: number;
}

export const killCases: readonly KillCase[] = [
  { build: 20348, proof: 'holds', lines: 4 },
  { build: 20348, proof: 'fail', lines: 7 },
  { build: 14393, proof: 'holds', lines: 6 },
  { build: 14393, proof: 'fail', lines: 11 },
];

export const moments = ['before', 'torn', 'after'] as const;
export type Moment = (typeof moments)[number];

export interface KillResult {
  unfinished: boolean;
  undo: string;
  resume: string;
}

/** Builds the worker once; `dispose` takes it away. */
export async function createKillBench() {
  const folder = await mkdtemp(join(tmpdir(), 'psdoctor-kill-'));
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: fileURLToPath(new URL('kill-worker.ts', import.meta.url)),
      outDir: join(folder, 'worker'),
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'worker.mjs', strictExecutionOrder: true } },
    },
  });
  const servers = new Map<number, Promise<string>>();
  let number = 0;
  return {
    /** Kills the repair at one write of its journal, then recovers twice from the same ruins: by undo and by resume. */
    async kill({ build: windows, proof }: KillCase, line: number, moment: Moment): Promise<KillResult> {
      const pristine = await (servers.get(windows) ?? remember(servers, windows, arrange(folder, windows)));
      const place = join(folder, String(++number));
      await cp(pristine, join(place, 'server'), { recursive: true });
      const worker = [join(folder, 'worker', 'worker.mjs'), join(place, 'server'), join(place, 'data')];
      const child = spawn(process.execPath, [...worker, String(line), moment, proof], {
        stdio: ['ignore', 'inherit', 'inherit'],
      });
      const [, signal] = await once(child, 'exit');
      expect(signal).toBe('SIGKILL');
      await cp(place, `${place}-again`, { recursive: true });
      const undo = await recover(pristine, place, 'undo');
      const resume = await recover(pristine, `${place}-again`, 'resume');
      expect(resume.unfinished).toBe(undo.unfinished);
      return { unfinished: undo.unfinished, undo: undo.outcome, resume: resume.outcome };
    },
    dispose: () => rm(folder, { recursive: true }),
  };
}

function remember<K, V>(map: Map<K, V>, key: K, value: V): V {
  map.set(key, value);
  return value;
}

/** A kept server whose record names a certificate that can be written again, with flags that could be lost. */
async function arrange(folder: string, windows: number): Promise<string> {
  const dir = join(folder, `server-${windows}`);
  const server = await createPracticeServer({ scenario: 'healthy', language: 'en-US', build: windows, dir });
  await server.change((world) => {
    wrongCertificate(world);
    for (const table of [world.httpSys.live, world.httpSys.registry]) {
      for (const record of table) Object.assign(record, { urlTimeout: 20_000, ctlStore: 'ClientAuthIssuer' });
    }
  });
  await server.dispose();
  return dir;
}

/** What the next start finds, offers and achieves; the server must be as before, or proven repaired. */
async function recover(pristine: string, place: string, way: 'undo' | 'resume') {
  const server = await createPracticeServer({ scenario: 'healthy', dir: join(place, 'server') });
  const cases = await openCaseStore(join(place, 'data'));
  const diagnose = () => startDiagnosis(server.host).done;
  const engine = createRepairEngine({ host: server.host, cases, diagnose, before: diagnose, patience: impatient });
  try {
    const left = await cases.unfinished();
    const newest = await cases.latest();
    if (newest === null) throw new Error('the killed repair left no case');
    const report = await engine[way](newest.id, yes).catch((error: unknown) => {
      if (error instanceof UserError && error.code === 'notFound') return null;
      throw error;
    });
    expect(await cases.unfinished()).toBeNull();
    const outcome = report?.outcome ?? 'nothing to do';
    if (way === 'undo' || outcome === 'undone') {
      expect(await records(server)).toEqual(await recordsOf(pristine));
    } else {
      const healthy = (await diagnose()).causes[0]?.id === 'healthy';
      const asBefore = JSON.stringify(await records(server)) === JSON.stringify(await recordsOf(pristine));
      expect(outcome === 'fixed' ? healthy : healthy || asBefore).toBe(true);
    }
    return { unfinished: left !== null, outcome };
  } finally {
    await server.dispose();
  }
}

async function records(server: PracticeServer) {
  const { live, registry } = (await server.world()).httpSys;
  return [live, registry].map((table) => table.toSorted((a, b) => (a.endpoint < b.endpoint ? -1 : 1)));
}

async function recordsOf(dir: string) {
  const server = await createPracticeServer({ scenario: 'healthy', dir });
  try {
    return await records(server);
  } finally {
    await server.dispose();
  }
}
