import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ask } from './bridge.ts';

const invoke = vi.fn<(channel: string, args: unknown) => Promise<unknown>>();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', { psdoctor: { invoke } });
});
afterEach(() => {
  invoke.mockReset();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const never = () => new Promise(() => undefined);
const settled = (answer: Promise<unknown>) => answer.catch((error: unknown) => error);

describe('ask', () => {
  it('puts a question once at a time, and gives every asker its answer', async () => {
    invoke.mockResolvedValue({ ok: true, value: [] });
    const answers = Array.from({ length: 10 }, () => ask('scenarios.list', undefined));
    expect(await Promise.all(answers)).toEqual(Array.from({ length: 10 }, () => []));
    expect(invoke).toHaveBeenCalledTimes(1);
  });

  it('gives up an answer that does not come, and can then be asked again', async () => {
    invoke.mockImplementationOnce(never);
    const first = settled(ask('scenarios.list', undefined));
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await first).toMatchObject({ code: 'late', message: expect.stringContaining('30 seconds') });
    invoke.mockResolvedValueOnce({ ok: true, value: [] });
    expect(await ask('scenarios.list', undefined)).toEqual([]);
  });

  it('waits without an end for what a person has to answer', async () => {
    invoke.mockImplementationOnce(never);
    const ended = vi.fn<() => void>();
    void settled(ask('repair.apply', { token: 'x' })).then(ended);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(ended).not.toHaveBeenCalled();
  });

  it('tells a main process that is gone from one that refuses', async () => {
    invoke.mockRejectedValueOnce(new Error('gone'));
    expect(await settled(ask('app.ping', undefined))).toMatchObject({ code: 'gone' });
    invoke.mockResolvedValueOnce({ ok: false, error: { code: 'busy', message: 'A repair is running.' } });
    expect(await settled(ask('app.ping', undefined))).toMatchObject({ code: 'busy', message: 'A repair is running.' });
  });
});
