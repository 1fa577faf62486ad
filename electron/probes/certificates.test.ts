import { expect, test } from 'vitest';
import { certificatesProbe } from './certificates.ts';
import machineScript from './scripts/machine.ps1?raw';
import { contextWith, replayHost } from './test-support/replay-host.ts';

const name = 'powershell.machine';
const section = (body: string): string =>
  `-----BEGIN psdoctor certificates-----\r\n${body}\r\n-----END psdoctor certificates-----\r\n`;
const ask = (command: { outcome?: 'timedOut' | 'notFound'; exitCode?: number; text?: string }) =>
  certificatesProbe.ask(replayHost({ commands: { [name]: command } }), contextWith());

test('an empty store is known to be empty, even when PowerShell hangs afterwards', async () => {
  const empty = { state: 'known', value: { items: [] }, evidence: [name] };
  expect(await ask({ text: section('[]') })).toEqual(empty);
  expect(await ask({ text: section('[]'), outcome: 'timedOut' })).toEqual(empty);
});

test.each([
  ['a script that stopped', { text: section('{"error":"Constrained Language Mode"}') }, 'failed', 'Constrained'],
  ['an unexpected form', { text: section('[{"store":"My"}]') }, 'failed', 'unexpected form'],
  ['nothing', { text: '' }, 'failed', 'missing'],
  ['an exit code', { text: '', exitCode: 1 }, 'failed', 'exit code 1'],
  ['a cut-off section', { text: section('[').slice(0, 50) }, 'failed', 'cut off'],
  ['no answer in time', { outcome: 'timedOut' as const }, 'timedOut', 'in time'],
  ['no PowerShell', { outcome: 'notFound' as const }, 'unsupported', 'not on this server'],
])('%s is unknown', async (_, command, reason, words) => {
  const fact = await ask(command);
  expect(fact).toMatchObject({ state: 'unknown', reason, detail: expect.stringContaining(words), evidence: [name] });
  expect(JSON.stringify(fact)).not.toContain('EncodedCommand AA');
});

test('the script fits a command line, is ASCII, and names itself', () => {
  expect(Buffer.from(machineScript, 'utf16le').toString('base64').length).toBeLessThan(30_000);
  expect(machineScript).toMatch(/^# psdoctor-script: machine\r?\n[\x20-\x7e\r\n]*$/u);
});
