import { spawn } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect } from 'vitest';
import { createPracticeServer } from '../../electron/host/practice/practice-server.ts';
import { quickServices } from '../../electron/repairs/testing/quick-services.ts';
import { stateOf } from '../../electron/repairs/testing/state-of.ts';
import { buildWorker } from './build-worker.ts';
import { caseName, scriptOf, type KillCase } from './kill-cases.ts';
import { recover, type EndStates } from './recover.ts';

export const moments = ['before', 'torn', 'after'] as const;
export type Moment = (typeof moments)[number];

export interface KillResult {
  unfinished: boolean;
  undo: string;
  resume: string;
}

interface Reference extends EndStates {
  /** The kept server before the repair. */
  dir: string;
  /** How many lines the journal has when nothing happens to it. */
  lines: number;
}

/** Builds the worker once; `dispose` takes it away. */
export async function createKillBench() {
  const folder = await mkdtemp(join(tmpdir(), 'psdoctor-kill-'));
  const program = await buildWorker(new URL('kill-worker.ts', import.meta.url), join(folder, 'worker'));
  const references = new Map<string, Promise<Reference>>();
  let number = 0;

  /** Runs the worker, which dies at a line, or at none. */
  async function work({ repair, proof, through }: KillCase, place: string, line: number, moment: Moment) {
    const places = [join(place, 'server'), join(place, 'data')];
    const script = scriptOf(through);
    const told = [...places, repair, String(line), moment, proof, ...(script === null ? [] : [script])];
    const child = spawn(process.execPath, [program, ...told], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const signal = new Promise<string | null>((resolve) => child.once('exit', (_code, own) => resolve(own)));
    const printed = await text(child.stdout);
    return { signal: await signal, printed };
  }

  /** A copy of the server that the case needs, in a folder of its own. */
  async function copyOf(own: KillCase): Promise<string> {
    const { dir } = await referenceOf(own);
    const place = join(folder, String(++number));
    await cp(dir, join(place, 'server'), { recursive: true });
    return place;
  }

  async function makeReference(own: KillCase): Promise<Reference> {
    const dir = join(folder, `server-${++number}`);
    const before = await arrange(dir, own);
    const [undisturbed, proven] = await Promise.all([
      runThrough(dir, own),
      own.proof === 'holds' ? null : runThrough(dir, { ...own, proof: 'holds' }),
    ]);
    const repaired = proven ?? undisturbed;
    return { dir, before, repaired: repaired.state, lines: undisturbed.writes };
  }

  async function runThrough(dir: string, own: KillCase) {
    const place = join(folder, String(++number));
    await cp(dir, join(place, 'server'), { recursive: true });
    const { printed } = await work(own, place, 0, 'after');
    const { writes } = JSON.parse(printed) as { writes: number };
    return { writes, state: await stateIn(place) };
  }

  function referenceOf(own: KillCase): Promise<Reference> {
    const name = caseName(own);
    const made = references.get(name) ?? makeReference(own);
    references.set(name, made);
    return made;
  }

  return {
    /** How many lines the journal of the repair has when nobody kills it. */
    undisturbed: referenceOf,
    /** Kills the repair at one write of its journal, then recovers twice from the same ruins: by undo and by resume. */
    async kill(own: KillCase, line: number, moment: Moment): Promise<KillResult> {
      const place = await copyOf(own);
      const states = await referenceOf(own);
      expect((await work(own, place, line, moment)).signal).toBe('SIGKILL');
      await cp(place, `${place}-again`, { recursive: true });
      const [undo, resume] = await Promise.all([
        recover(own, place, 'undo', states),
        recover(own, `${place}-again`, 'resume', states),
      ]);
      expect(resume.unfinished).toBe(undo.unfinished);
      await Promise.all([place, `${place}-again`].map((used) => rm(used, { recursive: true })));
      return { unfinished: undo.unfinished, undo: undo.outcome, resume: resume.outcome };
    },
    dispose: () => rm(folder, { recursive: true }),
  };
}

async function arrange(dir: string, { scenario, build: windows, arrange: change }: KillCase) {
  const server = await createPracticeServer({
    scenario,
    language: 'en-US',
    dir,
    ...(windows ? { build: windows } : {}),
  });
  await server.change((world) => {
    quickServices(world);
    change?.(world);
  });
  const state = stateOf(await server.world());
  await server.dispose();
  return state;
}

async function stateIn(place: string) {
  const server = await createPracticeServer({ scenario: 'healthy', dir: join(place, 'server') });
  const state = stateOf(await server.world());
  await server.dispose();
  return state;
}
