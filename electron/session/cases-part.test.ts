import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { practiceRepair, wrongCertificate } from '../repairs/testing/practice-repair.ts';
import { createEngines } from './engines.ts';
import { initialState } from './initial-state.ts';
import { createWizardSession } from './session.ts';

/** What the start screen tells of an unfinished repair on a practice server, by the folder that the next process keeps one in. */
async function toldOnStart(data: string, practiceDir: string | null) {
  const session = createWizardSession({
    engines: createEngines({ data, practiceDir }),
    initial: initialState('other', null),
    changed: () => undefined,
    logError: (_where, error) => {
      throw error;
    },
  });
  await session.lookBack();
  await session.dispose();
  return session.state().session.unfinished;
}

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
