import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { pushContract } from '../../shared/ipc/contract.ts';
import { FleetPage, type FleetWish } from '../../shared/fleet/view.ts';
import type { RepairReport } from '../../shared/model/repair.ts';
import type { Result } from '../../shared/model/result.ts';
import { startDiagnosis } from '../diagnosis/run.ts';
import { createPracticeServer } from '../host/practice/practice-server.ts';
import { createEngines } from './engines.ts';
import { initialState } from './initial-state.ts';
import { createWizardSession, type WizardSession } from './session.ts';

let data: string;
let results: string;
let session: WizardSession;

beforeEach(async () => {
  [data, results] = (await Promise.all(
    (['psd-data-', 'psd-results-'] as const).map((name) => mkdtemp(join(tmpdir(), name))),
  )) as [string, string];
  session = createWizardSession({
    engines: createEngines({ data, practiceDir: null }),
    initial: initialState('other', null),
    changed: (slice, value) => void pushContract[slice].parse(value),
    logError(where, error) {
      throw new Error(`not expected here: ${where}`, { cause: error });
    },
  });
});
afterEach(async () => {
  await session.dispose();
  await Promise.all([data, results].map((folder) => rm(folder, { recursive: true, force: true })));
});

const wish: FleetWish = { search: '', show: 'all', sort: 'server', descending: false, opened: null };
const put = (name: string, content: unknown) =>
  writeFile(join(results, name), typeof content === 'string' ? content : JSON.stringify(content));
const page = async () => FleetPage.parse(await session.fleet.page(wish, 0));
const ids = async () => (await page()).part.map((row) => (row.kind === 'server' ? row.id : -1));

async function resultOf(scenario: string, fqdn: string): Promise<Result> {
  const { host } = await createPracticeServer({ scenario });
  const result = await startDiagnosis(host).done.finally(() => host.dispose());
  return { ...result, target: { ...result.target, fqdn } };
}

async function opened(): Promise<void> {
  await session.fleet.open(results);
  await expect.poll(() => session.state().fleet.state, { timeout: 10_000 }).toBe('watching');
}

it('opens a folder beside the server that is looked at, and each of its servers as what was sent', async () => {
  const [stale, healthy] = await Promise.all([resultOf('stale-binding', 'ps1'), resultOf('healthy', 'ps1')]);
  const report: RepairReport = {
    format: 'package-server-doctor/repair',
    version: 1,
    repair: 'rebind-certificate',
    case: null,
    plan: null,
    outcome: 'fixed',
    detail: '',
    steps: [],
    before: stale,
    after: healthy,
  };
  // As Windows PowerShell's `>` writes it.
  await writeFile(join(results, 'ps1.json'), Buffer.from(`\ufeff${JSON.stringify(report)}`, 'utf16le'));
  await put('ps2.json', { ...stale, target: { ...stale.target, fqdn: 'ps2' } });
  await put('ps3.json', '{ half');
  await opened();
  const { fleet, session: slice } = session.state();
  expect(fleet).toMatchObject({ folder: results, counts: { servers: 2, failing: 1, healthy: 1, refused: 1 } });
  expect(slice.target).toBeNull();

  const [repaired, failing] = await ids();
  await session.fleet.openServer(repaired!);
  expect(session.state().session).toMatchObject({ source: 'files', target: 'files:ps1.json' });
  expect(session.state().diagnosis).toMatchObject({
    before: { causes: [{ id: 'stale-binding' }] },
    result: { causes: [{ id: 'healthy' }] },
  });
  await session.fleet.openServer(failing!);
  expect(session.state().diagnosis).toMatchObject({ before: null, result: { target: { fqdn: 'ps2' } } });
  expect(session.state().fleet.state).toBe('watching');
});

it('lets go of what was opened from one folder when another is opened, and of nothing else', async () => {
  await put('ps1.json', await resultOf('stale-binding', 'ps1'));
  await opened();
  const [first] = await ids();
  await session.fleet.openServer(first!);
  await opened();
  expect(session.state().session.target).toBe('files:ps1.json');

  const other = await mkdtemp(join(tmpdir(), 'psd-results-'));
  await session.fleet.open(other);
  expect(session.state()).toMatchObject({ session: { target: null, source: null }, diagnosis: { result: null } });
  await session.openSent([join(results, 'ps1.json')]);
  await session.fleet.open(results);
  expect(session.state().session.target).toBe('files:ps1.json');
  await rm(other, { recursive: true });
});

it('tells one folder from the next, and refuses rows of none', async () => {
  await put('ps1.json', await resultOf('healthy', 'ps1'));
  await expect(session.fleet.page(wish, 0)).rejects.toMatchObject({ code: 'notFound' });
  await opened();
  const { revision } = await page();
  expect(revision).toBe(session.state().fleet.revision);
  await expect(session.fleet.openServer(99)).rejects.toMatchObject({ code: 'notFound' });
  await opened();
  expect((await page()).revision).toBeGreaterThan(revision);
  session.fleet.close();
  expect(session.state().fleet).toMatchObject({ state: 'closed', folder: null });
  await expect(session.fleet.page(wish, 0)).rejects.toMatchObject({ code: 'notFound' });
});
