import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { inRoot } from '../paths.mjs';
import { targetsFor } from './catalogue.ts';
import { recordEvidence } from './evidence.ts';
import { fuzz, wordsOf } from './fuzz.ts';
import { judge } from './judge.ts';
import type { Target } from './target.ts';

const found = inRoot('build', 'fuzz', 'found');

/** What a long run found once, and was mended: `TARGET--WHAT`, blanks of the target's name as dashes. */
const fixtures = existsSync(found) ? readdirSync(found) : [];

let targets: Target[];
beforeAll(async () => {
  targets = await targetsFor(await recordEvidence(1));
});

describe('every reader of foreign bytes', () => {
  it('has recorded answers to change', () => {
    expect(targets.filter(({ seeds }) => seeds.length === 0).map(({ name }) => name)).toEqual([]);
  });

  it('bears a sample of changed ones', async () => {
    // A test passes or fails for a reason of its own: new inputs are for `npm run fuzz`.
    const seed = 7;
    for (const target of targets) {
      const wrong = await fuzz(target, { seed, runs: target.baseMs === undefined ? 25 : 3 });
      expect(wrong === null ? null : wordsOf(wrong)).toBeNull();
    }
  });

  it.each(fixtures)('bears %s, which was found once', async (name) => {
    const bytes = new Uint8Array(readFileSync(join(found, name)));
    const target = targets.find((one) => one.name.replaceAll(' ', '-') === name.split('--')[0]);
    await judge(target!, { bytes, original: bytes, cut: false });
  });
});

describe('the judge', () => {
  const input = { bytes: new Uint8Array([1, 2, 3]), original: new Uint8Array([1, 2, 3]), cut: false };
  const given = (check: Target['check'], baseMs = 50): Promise<void> =>
    judge({ name: 'x', seeds: [], check, baseMs }, input);

  it('sees a reader that throws, one that is slow, and one that is wrong', async () => {
    await expect(given(() => Promise.reject(new RangeError('x')))).rejects.toThrow(/^it threw: RangeError: x/u);
    await expect(given(() => new Promise((resolve) => void setTimeout(resolve, 80)))).rejects.toThrow(/^3 bytes took/u);
    await expect(given(() => undefined)).resolves.toBeUndefined();
  });

  it('makes what is wrong small, and says how to see it again', async () => {
    const target: Target = {
      name: 'x',
      seeds: [Buffer.from('abc\ndef\n')],
      check: ({ bytes }) => {
        if (bytes.includes(0)) throw new Error('a NUL');
      },
    };
    const first = await fuzz(target, { seed: 1, runs: 3000 });
    expect(first).toMatchObject({ target: 'x', seed: 1, problem: expect.stringContaining('a NUL') });
    const again = await fuzz(target, { seed: 1, runs: 3000, path: first!.path });
    expect(again?.bytes).toEqual(first!.bytes);
    expect(again?.inputs).toBe(1);
  });
});
