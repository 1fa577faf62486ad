import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { killCase } from './kill-cases.ts';
import { createKillBench } from './kill-points.ts';

let bench: Awaited<ReturnType<typeof createKillBench>>;
beforeAll(async () => {
  bench = await createKillBench();
});
afterAll(() => bench.dispose());

const update = killCase('rebind-certificate', 'holds', 20348);
const deleteAndAdd = killCase('rebind-certificate', 'holds', 14393);
const failingProof = killCase('rebind-certificate', 'fail', 14393);

/** A sample; kill.full.test.ts kills at every write, kill-winbox.full.test.ts with real processes under it. */
describe.skipIf(process.platform === 'win32')('a repair whose process is killed', { timeout: 60_000 }, () => {
  it('before its first line has changed nothing', async () => {
    expect(await bench.kill(update, 1, 'torn')).toEqual({
      unfinished: false,
      undo: 'nothing to do',
      resume: 'nothing to do',
    });
  });

  it('before its first step has nothing to take back', async () => {
    expect(await bench.kill(update, 1, 'after')).toEqual({ unfinished: true, undo: 'undone', resume: 'fixed' });
  });

  it('after the update, which the journal does not know, is undone with every flag, or finished', async () => {
    expect(await bench.kill(update, 3, 'before')).toEqual({ unfinished: true, undo: 'undone', resume: 'fixed' });
  });

  it('between delete and add gets the old record back with every flag, or the new one', async () => {
    expect(await bench.kill(deleteAndAdd, 4, 'after')).toEqual({ unfinished: true, undo: 'undone', resume: 'fixed' });
  });

  it('in the middle of its own undo goes on with that', async () => {
    expect(await bench.kill(failingProof, 9, 'after')).toEqual({ unfinished: true, undo: 'undone', resume: 'undone' });
  });

  it.each([
    ['install-features', 'after DISM had turned features on'],
    ['start-site', 'after the site was started'],
  ] as const)('%s, %s, is undone to the byte, or finished', async (repair, _when) => {
    expect(await bench.kill(killCase(repair, 'holds'), 3, 'before')).toEqual({
      unfinished: true,
      undo: 'undone',
      resume: 'fixed',
    });
  });

  it('between two properties of the metabase gets both back, or both removed', async () => {
    expect(await bench.kill(killCase('remove-legacy-metabase', 'holds'), 4, 'torn')).toEqual({
      unfinished: true,
      undo: 'undone',
      resume: 'fixed',
    });
  });

  it('in the middle of what cannot be taken back is finished, or found to stand', async () => {
    expect(await bench.kill(killCase('repair-private-key', 'holds'), 3, 'before')).toEqual({
      unfinished: true,
      undo: 'fixed',
      resume: 'fixed',
    });
  });
});
