import fc from 'fast-check';
import { expect, test } from '@playwright/test';
import { invokeChannels, type InvokeChannel } from '../shared/ipc/channels.ts';
import { invokeContract } from '../shared/ipc/contract.ts';
import { diagnose, launchWithData, questions, answerConfirmation } from './support/practice.ts';

const perChannel = 1000;

/** Texts that mean something to a shell, a path, a page or a registry. */
const hostile = fc.constantFrom(
  '..\\..\\Windows\\System32\\cmd.exe',
  '../../../../etc/passwd',
  '" & calc.exe & "',
  "'; DROP TABLE x; --",
  '$(reboot)',
  '<img src=x onerror=alert(1)>',
  '__proto__',
  'constructor',
  '\u0000',
  '\u202e',
  'a'.repeat(5000),
  '-----BEGIN PRIVATE KEY-----',
);
const scalar = fc.oneof(hostile, fc.string(), fc.integer(), fc.double(), fc.boolean(), fc.constant(null));
/** The names that messages have, so that many are nearly right. */
const name = fc.oneof(
  fc.constantFrom('target', 'again', 'fact', 'name', 'seq', 'repair', 'endpoint', 'certificate', 'takeOver', 'token'),
  fc.constantFrom('case', 'way', 'what', 'layout', 'item', 'ticked', 'format', 'redaction', 'ticket', 'engineer'),
  hostile,
);
const message = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(name, tie('any'), { maxKeys: 6 }),
  ),
})).any;

/** As structured clones: no two processes share more. */
const generated = fc
  .sample(message, { numRuns: perChannel * 2, seed: 20260101 })
  .map((value) => JSON.parse(JSON.stringify(value) ?? 'null') as unknown);

/** Those of them that the contract refuses, by their numbers. */
function refusedBy(channel: InvokeChannel): number[] {
  const { args } = invokeContract[channel];
  const refused: number[] = [];
  for (const [number, value] of generated.entries()) {
    if (refused.length < perChannel && !args.safeParse(value).success) refused.push(number);
  }
  return refused;
}

let wizard: Awaited<ReturnType<typeof launchWithData>>;
test.beforeAll(async () => {
  wizard = await launchWithData();
  await answerConfirmation(wizard.app, 'Apply');
  await diagnose(wizard.page, 'stale-binding');
});
test.afterAll(() => wizard.close());

test('1,000 generated messages a channel are refused and change nothing', async () => {
  test.setTimeout(120_000);
  const { app, page } = wizard;
  const state = () =>
    page.evaluate(async () => {
      const { psdoctor } = window as unknown as {
        psdoctor: { invoke(channel: string, args?: unknown): Promise<unknown> };
      };
      return JSON.stringify(await psdoctor.invoke('state.get'));
    });
  const before = await state();

  // The page gets them once, and is told by number which to send.
  const values = await page.evaluateHandle((text) => JSON.parse(text) as unknown[], JSON.stringify(generated));
  for (const channel of invokeChannels) {
    const numbers = refusedBy(channel);
    expect(numbers).toHaveLength(perChannel);
    const codes = await values.evaluate(
      async (all, [to, chosen]) => {
        const { psdoctor } = window as unknown as {
          psdoctor: { invoke(channel: string, args: unknown): Promise<{ ok: boolean; error?: { code: string } }> };
        };
        const answers = await Promise.all(chosen.map((number) => psdoctor.invoke(to, all[number])));
        const counted: Record<string, number> = {};
        for (const { error } of answers)
          counted[error?.code ?? 'answered'] = (counted[error?.code ?? 'answered'] ?? 0) + 1;
        return counted;
      },
      [channel, numbers] as const,
    );
    expect(codes, channel).toEqual({ badArguments: perChannel });
  }

  expect(await state()).toBe(before);
  expect(await questions(app)).toEqual([]);
  expect(await page.evaluate(() => ({}) as { polluted?: unknown })).toEqual({});
  expect(await app.evaluate(() => Object.keys(Object.prototype))).toEqual([]);
});

test('well-formed messages with hostile values are refused in words, and touch no file', async () => {
  const { app, page } = wizard;
  const ask = (channel: InvokeChannel, args: unknown) =>
    page.evaluate(
      async ([to, given]) => {
        const { psdoctor } = window as unknown as {
          psdoctor: { invoke(channel: string, args: unknown): Promise<{ ok: boolean; error?: { code: string } }> };
        };
        const { ok, error } = await psdoctor.invoke(to, given);
        return ok ? 'answered' : error?.code;
      },
      [channel, args] as const,
    );
  for (const path of ['../../../etc', '..\\..\\Windows', '/etc/passwd', 'C:\\Windows', '.', '', 'con', '\u0000']) {
    expect(await ask('case.open', { case: path }), path).not.toBe('answered');
    expect(await ask('case.recover', { case: path, way: 'undo' }), path).not.toBe('answered');
  }
  for (const target of [
    'recorded:/etc',
    'recorded:C:\\Windows',
    'practice:../../x',
    'windows & calc',
    'practice:x:y:z:w',
  ]) {
    expect(await ask('diagnosis.start', { target, again: false }), target).toBe('unknownTarget');
  }
  for (const token of ['', '0'.repeat(32), '__proto__', 'undefined']) {
    expect(await ask('repair.apply', { token }), token).toBe('stalePlan');
  }
  expect(await questions(app)).toEqual([]);
});
