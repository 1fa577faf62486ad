import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKillBench, killCases } from './kill-points.ts';

let bench: Awaited<ReturnType<typeof createKillBench>>;
beforeAll(async () => {
  bench = await createKillBench();
});
afterAll(() => bench.dispose());

const [update, , deleteAndAdd, failingProof] = killCases as [...typeof killCases];

/** A sample; kill.full.test.ts kills at every write. */
describe.skipIf(process.platform === 'win32')('a repair whose process is killed', () => {
  it('before its first line has changed nothing', async () => {
    expect(await bench.kill(update!, 1, 'torn')).toEqual({
      unfinished: false,
      undo: 'nothing to do',
      resume: 'nothing to do',
    });
  });

  it('after the update, which the journal does not know, is undone with every flag, or finished', async () => {
    expect(await bench.kill(update!, 3, 'before')).toEqual({ unfinished: true, undo: 'undone', resume: 'fixed' });
  });

  it('between delete and add gets the old record back with every flag, or the new one', async () => {
    expect(await bench.kill(deleteAndAdd!, 4, 'after')).toEqual({ unfinished: true, undo: 'undone', resume: 'fixed' });
  });

  it('in the middle of its own undo goes on with that', async () => {
    expect(await bench.kill(failingProof!, 9, 'after')).toEqual({ unfinished: true, undo: 'undone', resume: 'undone' });
  });
});
