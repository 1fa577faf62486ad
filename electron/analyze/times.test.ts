import { describe, expect, it } from 'vitest';
import { analyzeFiles } from './analyze.ts';
import { agentEvent, sentFiles } from './testing/sent-files.ts';
import { isLater, judgedAsOf } from './times.ts';

const analysed = new Date('2026-01-31T12:00:00.000Z');
const [before, today, future, further] = [
  '2026-01-30T12:00:00.000Z',
  '2026-02-01T02:00:00.000Z',
  '2026-02-02T00:00:00.000Z',
  '2099-01-01T00:00:00.000Z',
];

describe('the time of what was sent', () => {
  it.each([
    [[before, today], [], today, []],
    [[before, further, future], [], before, [further]],
    [[further], [{ modified: before }], before, [further]],
    [[], [], analysed.toISOString(), []],
  ])('of %j and the files %j is %s', (inside, files, now, passedOver) => {
    const told = judgedAsOf(inside, files, analysed);
    expect(told.now).toBe(now);
    expect(told.words.slice(0, -1)).toEqual(passedOver.map((time) => expect.stringContaining(time)));
    expect(told.words.at(-1)).toContain(`Judged as of ${now}`);
  });

  it.each([
    [today, before, true],
    [before, today, false],
    [before, before, true],
    [further, before, false],
    [before, further, true],
    [further, future, true],
  ])('of %s and %s: the first counts as later, %s', (time, other, later) => {
    expect(isLater(time, other, analysed)).toBe(later);
  });
});

describe('the time of files', () => {
  const { send } = sentFiles('healthy');

  it('is not one in a log that has not come yet, and that is said', async () => {
    const day = new Date('2025-10-01T00:00:00.000Z');
    const selfTest = 'Package Server could not access own Web Site using HTTPS';
    const odd = await send('future.log', agentEvent('Jan 02 2099 10:00:00', selfTest));
    const usual = await send('usual.log', agentEvent('Sep 26 2025 15:37:19', selfTest));
    const result = await analyzeFiles([odd, usual], day);
    expect(result.startedAt).toBe('2025-09-26T15:37:19.000Z');
    const notYet = expect.stringMatching(/2099-01-02.*has not come yet \(it is 2025-10-01T00:00:00\.000Z here\)/u);
    expect(result.notes?.filter((note) => notYet.asymmetricMatch(note))).toEqual([
      expect.stringMatching(/^future\.log: /u),
      expect.stringMatching(/^Nothing is judged as of 2099/u),
    ]);
    expect((await analyzeFiles([odd], day)).startedAt).toBe(day.toISOString());
    const ahead = await send('ahead.log', agentEvent('Oct 01 2025 11:05:33', selfTest));
    expect((await analyzeFiles([ahead], day)).startedAt).toBe('2025-10-01T11:05:33.000Z');
  });
});
