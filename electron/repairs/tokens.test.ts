import { afterEach, describe, expect, it, vi } from 'vitest';
import { practiceRepair, rebind, recordOf443, yes } from './testing/practice-repair.ts';

afterEach(() => void vi.useRealTimers());

describe('the token of a plan', () => {
  it('is spent by its first use, whatever comes of it', async () => {
    const { engine, server } = await practiceRepair({ scenario: 'stale-binding' });
    const { token } = await engine.plan(rebind);
    const world = await server.world();
    await engine.apply(token, { ...yes, confirm: () => Promise.resolve(false) });
    await expect(engine.apply(token, yes)).rejects.toMatchObject({ code: 'stalePlan' });
    expect(await server.world()).toEqual(world);
  });

  it('is one hundred and twenty-eight random bits', async () => {
    const { engine } = await practiceRepair({ scenario: 'stale-binding' });
    const tokens = [await engine.plan(rebind), await engine.plan(rebind)].map(({ token }) => token);
    expect(tokens[0]).toMatch(/^[0-9a-f]{32}$/u);
    expect(tokens[1]).not.toBe(tokens[0]);
  });

  it('is late after ten minutes', async () => {
    const { engine, server } = await practiceRepair({ scenario: 'stale-binding' });
    const { token, expiresAt } = await engine.plan(rebind);
    const world = await server.world();
    // The clock alone: what the server does goes on in real time.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(expiresAt) + 1 });
    await expect(engine.apply(token, yes)).rejects.toMatchObject({
      code: 'stalePlan',
      message: expect.stringContaining('older than ten minutes'),
    });
    vi.useRealTimers();
    expect(await server.world()).toEqual(world);
  });

  it('does nothing for another repair than the one it was given for', async () => {
    const { engine, server } = await practiceRepair({ scenario: 'stale-binding' });
    const first = await engine.plan(rebind);
    const second = await engine.plan({ ...rebind, repair: 'restart-agent' });
    const world = await server.world();
    // A newer plan replaced it: it does neither its own repair nor the other.
    await expect(engine.apply(first.token, yes)).rejects.toMatchObject({ code: 'stalePlan' });
    expect(await server.world()).toEqual(world);
    const report = await engine.apply(second.token, yes);
    expect(report.repair).toBe('restart-agent');
    expect(recordOf443(await server.world())).toEqual(recordOf443(world));
  });

  it('belongs to the engine that gave it', async () => {
    const [one, other] = [
      await practiceRepair({ scenario: 'stale-binding' }),
      await practiceRepair({ scenario: 'stale-binding' }),
    ];
    const { token } = await one.engine.plan(rebind);
    await expect(other.engine.apply(token, yes)).rejects.toMatchObject({ code: 'stalePlan' });
  });
});
