import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WizardState } from '../../shared/model/wizard-state.ts';
import { startDiagnosis } from '../diagnosis/run.ts';
import { createPracticeServer } from '../host/practice/practice-server.ts';
import { writeBundle } from '../host/recorded/write-bundle.ts';
import { recording } from '../host/recording.ts';
import { practiceRepair, yes } from '../repairs/testing/practice-repair.ts';
import { createEngines } from './engines.ts';
import { initialState } from './initial-state.ts';
import { createWizardSession } from './session.ts';

function wizardOn(data: string) {
  const session = createWizardSession({
    engines: createEngines({ data, practiceDir: null }),
    initial: initialState('other', null),
    changed: () => undefined,
    logError: (_where, error) => {
      throw error;
    },
  });
  onTestFinished(() => session.dispose());
  return session;
}

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'psd-history-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

const settled = (session: ReturnType<typeof wizardOn>) =>
  expect.poll(() => session.state().diagnosis.state, { timeout: 20_000 }).toBe('finished');

const rebind = { repair: 'rebind-certificate', endpoint: null, certificate: null, takeOver: false } as const;

describe('what was repaired before', () => {
  it.each([
    ['policy-not-forced', false],
    ['missing-record', true],
  ])('is told with what a restart of Windows has shown of it: %s', async (scenario, survived) => {
    const { server, data, engine, repair } = await practiceRepair({ scenario });
    const { case: id } = await repair({ takeOver: true });
    const session = wizardOn(data);
    expect((await session.cases.list())[0]?.repairs).toMatchObject([{ outcome: 'fixed', afterReboot: null }]);
    await server.happen('reboot');
    await engine.resume(id!, yes);
    expect((await session.cases.list())[0]?.repairs).toMatchObject([{ outcome: 'fixed', afterReboot: { survived } }]);
    await session.cases.open(id!);
    expect(session.state().repair.history).toMatchObject([
      { repair: 'rebind-certificate', outcome: 'fixed', afterReboot: { survived }, toldBy: 'journal' },
    ]);
    WizardState.parse(session.state());
  });

  it('comes with the bundle of a case, and is told as what the bundle notes', async () => {
    const data = await emptyFolder();
    const session = wizardOn(data);
    await session.startDiagnosis('practice:missing-record', false);
    await settled(session);
    for (const request of [rebind, { ...rebind, repair: 'refresh-packages' as const }]) {
      const { token } = await session.plan(request);
      await session.apply(token, () => Promise.resolve(true));
    }
    const path = await (await session.report.make('names')).write('bundle', join(data, 'case.zip'));

    const elsewhere = wizardOn(await emptyFolder());
    await elsewhere.openSent([path]);
    await settled(elsewhere);
    expect(elsewhere.state().repair.history).toMatchObject([
      { repair: 'rebind-certificate', outcome: 'fixed', case: null, toldBy: 'bundle' },
      { repair: 'refresh-packages', outcome: 'fixed', case: null, toldBy: 'bundle' },
    ]);
    WizardState.parse(elsewhere.state());
    const { html, summary } = await elsewhere.report.preview('nothing');
    expect(summary).toMatch(/^Repair: Refresh packages, .* UTC, as the bundle notes it\. Repaired and proven\./mu);
    expect(html).toContain('Told by the bundle, as its case noted it.');
    // A command that came from elsewhere is offered to nobody.
    expect(html).not.toContain('<h2 id="undo">');
  }, 60_000);

  it('is said not to be known where what was sent does not tell it', async () => {
    const folder = await emptyFolder();
    const host = recording((await createPracticeServer({ scenario: 'healthy' })).host);
    await writeBundle(host, join(folder, 'e.zip'), await startDiagnosis(host).done);
    await host.dispose();
    const session = wizardOn(folder);
    await session.openSent([join(folder, 'e.zip')]);
    await settled(session);
    expect(session.state().repair.history).toEqual([]);
    const { html } = await session.report.preview('nothing');
    expect(html).toContain('does not tell whether anything was repaired');
    expect(html).not.toContain('Nothing was changed');
  });
});

describe('the ticket', () => {
  it('goes with the server that it was told for, and with no other; the engineer stays', async () => {
    const session = wizardOn(await emptyFolder());
    const about = () => session.state().session.about;
    session.setAbout({ ticket: 'INC-1', engineer: 'Ada' });
    await session.startDiagnosis('practice:healthy', false);
    await settled(session);
    await session.startDiagnosis('practice:healthy', true);
    await settled(session);
    expect(about()).toEqual({ ticket: 'INC-1', engineer: 'Ada' });
    await session.startDiagnosis('practice:missing-record', false);
    await settled(session);
    expect(about()).toEqual({ ticket: '', engineer: 'Ada' });

    // Told while a server is shown, it is that server's once it was reported.
    session.setAbout({ ticket: 'INC-2', engineer: 'Ada' });
    const made = await session.report.make('nothing');
    const path = await made.write('bundle', join(await emptyFolder(), 'e.zip'));
    await session.openSent([path]);
    await settled(session);
    expect(about()).toEqual({ ticket: '', engineer: 'Ada' });
  }, 60_000);
});
