import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Result } from '../../../shared/model/result.ts';
import { startDiagnosis } from '../../diagnosis/run.ts';
import { createPracticeServer, listScenarios } from '../practice/practice-server.ts';
import { recording } from '../recording.ts';
import { openRecordedHost } from './recorded-host.ts';
import { writeBundle } from './write-bundle.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scenarios-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** What a report says, byte for byte. */
const said = ({ findings, causes }: Result): string => JSON.stringify({ findings, causes }, null, 1);

it.each(listScenarios())('$id is judged from its bundle as it was on the server', async ({ id, expectedCause }) => {
  const server = await createPracticeServer({ scenario: id });
  const host = recording(server.host);
  const live = await startDiagnosis(host).done;
  const path = join(folder, id);
  for (const bundle of [path, `${path}.zip`]) await writeBundle(host, bundle, live);
  await server.dispose();
  expect(live.causes[0]?.id).toBe(expectedCause);
  for (const bundle of [path, `${path}.zip`]) {
    const recorded = await openRecordedHost(bundle);
    const replayed = await startDiagnosis(recorded).done;
    await recorded.dispose();
    expect(said(replayed)).toBe(said(live));
    expect(replayed.facts).toEqual(live.facts);
  }
});
