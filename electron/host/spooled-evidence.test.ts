import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { readWhole } from './content.ts';
import { makeSpoolFolder, removeLeftSpools } from './spool-folder.ts';
import { spooledEvidence } from './spooled-evidence.ts';

let data: string;
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'spool-'));
  onTestFinished(() => rm(data, { recursive: true, force: true }));
});
const kept = () => join(data, 'temporary');
const bytes = (length: number, value: number) => new Uint8Array(length).fill(value);

describe('spooledEvidence', () => {
  it('gives back what was written, in memory or on the disk, also while it grows', async () => {
    const piece = fc.record({ part: fc.nat(3), length: fc.integer({ min: 0, max: 40 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), fc.integer({ min: 0, max: 300 }), async (pieces, most) => {
        const store = spooledEvidence(() => makeSpoolFolder(data), most);
        const parts = [0, 1, 2, 3].map(() => store.open());
        const expected = parts.map(() => Buffer.alloc(0));
        for (const [index, { part, length }] of pieces.entries()) {
          // What a stream gives is a Buffer, whose slice is no copy.
          const chunk = Buffer.from(bytes(length, index));
          await parts[part]!.write(chunk);
          expected[part] = Buffer.concat([expected[part]!, chunk]);
          chunk.fill(255);
          expect(await readWhole(parts[part]!.part.read())).toEqual(expected[part]);
        }
        for (const [index, { part }] of parts.entries()) {
          expect(part.size).toBe(expected[index]!.length);
          expect(await readWhole(part.read())).toEqual(expected[index]);
        }
        await store.dispose();
        expect(existsSync(kept()) ? await readdir(kept()) : []).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('reads what was there when the reading began, while the rest moves to the disk', async () => {
    const store = spooledEvidence(() => makeSpoolFolder(data), 100);
    const { part, write } = store.open();
    await write(bytes(150, 1));
    await write(bytes(20, 2));
    const reading = part.read()[Symbol.asyncIterator]();
    const first = await reading.next();
    await write(bytes(500, 3));
    const rest = await readWhole({ [Symbol.asyncIterator]: () => reading });
    expect(Buffer.concat([first.value as Uint8Array, rest])).toEqual(Buffer.concat([bytes(150, 1), bytes(20, 2)]));
    await store.dispose();
  });

  it('writes nothing to the disk while there is little', async () => {
    let asked = 0;
    const store = spooledEvidence(() => Promise.reject(new Error(String((asked += 1)))), 100);
    const { part, write } = store.open();
    await write(bytes(100, 1));
    expect(asked).toBe(0);
    await write(bytes(1000, 2));
    await write(bytes(1000, 2));
    // No place on the disk: it stays in memory, and nobody is asked again.
    expect([asked, (await readWhole(part.read())).length]).toEqual([1, 2100]);
    await store.dispose();
  });

  it('keeps the rest in memory when the disk fails in the middle', async () => {
    const store = spooledEvidence(() => makeSpoolFolder(data), 100);
    const { part, write } = store.open();
    await write(bytes(150, 1));
    const [folder = ''] = await readdir(kept());
    await rm(join(kept(), folder, '1'));
    await mkdir(join(kept(), folder, '1'));
    await write(bytes(150, 2));
    await write(bytes(150, 3));
    expect(part.size).toBe(450);
    await rm(join(kept(), folder, '1'), { recursive: true });
    await writeFile(join(kept(), folder, '1'), bytes(150, 1));
    expect(await readWhole(part.read())).toEqual(Buffer.concat([bytes(150, 1), bytes(150, 2), bytes(150, 3)]));
    await store.dispose();
  });
});

describe('the folders of dead processes', () => {
  it('are removed by the next; those of living ones and what is not ours stay', async () => {
    const { pid: dead } = spawnSync(process.execPath, ['-e', '']);
    const own = await makeSpoolFolder(data);
    const [left, earlier, living, stranger] = [
      `evidence-${dead}-a`,
      `evidence-${process.pid}-of-an-earlier-process`,
      `evidence-${process.ppid}-b`,
      'not-ours',
    ].map((name) => join(kept(), name)) as [string, string, string, string];
    for (const path of [left, earlier, living, stranger]) await mkdir(path);
    await writeFile(join(left, '1'), 'evidence');
    await removeLeftSpools(data);
    expect([left, earlier, living, stranger, own.path].map(existsSync)).toEqual([false, false, true, true, true]);
    await utimes(living, 0, 0);
    await makeSpoolFolder(data);
    expect(existsSync(living)).toBe(false);
    await own.remove();
    expect(existsSync(own.path)).toBe(false);
  });
});
