import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { practiceRepair, wrongCertificate } from '../repairs/testing/practice-repair.ts';
import { createEngines } from './engines.ts';
import { initialState } from './initial-state.ts';
import { createWizardSession } from './session.ts';

/** What the start screen tells of an unfinished repair on a practice server, by the folder that the next process keeps one in. */
async function toldOnStart(data: string, practiceDir: string | null) {
  return (await stateOnStart(data, practiceDir)).session.unfinished;
}

async function stateOnStart(data: string, practiceDir: string | null) {
  const session = openSession(data, practiceDir);
  await session.lookBack();
  await session.dispose();
  return session.state();
}

const openSession = (data: string, practiceDir: string | null) =>
  createWizardSession({
    engines: createEngines({ data, practiceDir }),
    initial: initialState('other', null),
    changed: () => undefined,
    logError: (_where, error) => {
      throw error;
    },
  });

it('offers what is unfinished on a server that is still there, and on no other', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'psd-look-back-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const dir = join(folder, 'server');
  const { data, repair } = await practiceRepair(
    { scenario: 'healthy', language: 'en-US', build: 14393, dir },
    wrongCertificate,
  );
  const stop = new AbortController();
  const report = await repair(
    {},
    { signal: stop.signal, onStep: ({ words }) => words.startsWith('Delete') && stop.abort() },
  );
  expect(await toldOnStart(data, dir)).toMatchObject({ case: report.case, waits: null });
  expect(await toldOnStart(data, null)).toBeNull();
  expect(await toldOnStart(data, join(folder, 'another'))).toBeNull();
});

it('knows what was ticked of a repair that waits for a person before its server is opened', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'psd-look-back-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const dir = join(folder, 'server');
  const { data, repair, cases } = await practiceRepair({ scenario: 'policy-not-forced', dir });
  const report = await repair({ repair: 'force-overwrite' });
  const ticks = { layout: 'web-configuration', ticked: ['override', 'force'] };
  const kept = await cases.open(report.case!);
  await writeFile(join(kept.folder, 'checklist.json'), JSON.stringify(ticks));
  const { session, checklist } = await stateOnStart(data, dir);
  expect(session.unfinished).toMatchObject({ case: report.case, waits: 'person' });
  expect(checklist).toEqual(ticks);
});

it('keeps the ticks of each layout while the other is looked at', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'psd-ticks-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const session = openSession(folder, null);
  onTestFinished(() => session.dispose());
  const { tick } = session.cases;
  await tick('certificates-rollout', 'force', true);
  await tick('web-configuration', null, false);
  expect(session.state().checklist).toEqual({ layout: 'web-configuration', ticked: [] });
  await tick('web-configuration', 'port', true);
  await tick('certificates-rollout', null, false);
  expect(session.state().checklist).toEqual({ layout: 'certificates-rollout', ticked: ['force'] });
  await tick('web-configuration', null, false);
  expect(session.state().checklist).toEqual({ layout: 'web-configuration', ticked: ['port'] });
});
