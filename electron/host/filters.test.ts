import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDiagnosis } from '../diagnosis/run.ts';
import { outputWithoutSecrets } from './filters.ts';
import { createPracticeServer, type PracticeServer } from './practice/practice-server.ts';
import { recording, type RecordedAnswer, type RecordingHost } from './recording.ts';
import type { EvidencePart } from './evidence-store.ts';

let server: PracticeServer;
let host: RecordingHost;
beforeAll(async () => {
  server = await createPracticeServer({ scenario: 'healthy' });
  host = recording(server.host);
  await startDiagnosis(host).done;
});
afterAll(() => server.dispose());

const partsOf = (answer: RecordedAnswer): EvidencePart[] => {
  if (answer.kind === 'command') return [answer.stdout.bytes, answer.stderr.bytes];
  return answer.kind === 'file' ? [answer.content] : [];
};

test('no password of the server is in what a whole diagnosis keeps', async () => {
  const keepers: string[] = [];
  for (const answer of host.answers()) {
    for (const part of partsOf(answer)) {
      let text = '';
      for await (const chunk of part.read()) text += Buffer.from(chunk).toString('latin1');
      if (/practice-only/u.test(text)) keepers.push(answer.name);
    }
  }
  expect(keepers).toEqual([]);
});

test('the tool did print one, and the answer says what was taken out', async () => {
  const args = ['list', 'site', '/xml', '/config'];
  const plain = await server.host.run({ name: 'x', tool: 'appcmd', args, timeoutMs: 5000 });
  expect(plain.stdout.text).toContain('practice-only-1');
  expect(plain).not.toHaveProperty('filtered');
  expect(host.latest('appcmd.list.site')).toMatchObject({ filtered: expect.arrayContaining(['passwords']) });
});

test('output that a filter cannot go through is left out', async () => {
  const { stdout, filtered } = await outputWithoutSecrets(new Uint8Array(9 * 2 ** 20).fill(0x61), 'applicationHost');
  expect(stdout.length).toBe(0);
  expect(filtered?.join()).toContain('everything');
});
