import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { row } from '../../shared/fleet/testing/rows.ts';
import { createFleetMemory, type Changed, type FleetMemory } from './memory.ts';
import { readFleet } from './read-fleet.ts';

let folder: string;
let memory: FleetMemory;
let read: string[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'psdoctor-memory-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  read = [];
  memory = createFleetMemory(() => (found) => {
    read.push(found.file);
    return Promise.resolve(
      found.file === 'locked.json'
        ? { file: found.file, reason: 'unreadable' as const, words: 'busy' }
        : row(found.file, { file: found.file }),
    );
  });
});

/** Which entries one look reads, and whether it found a change. */
async function look(changed: Changed): Promise<{ read: string[]; other: boolean }> {
  read = [];
  await readFleet(folder, { createReader: memory.begin(changed) });
  return { read: read.toSorted(), other: memory.settle() };
}
const put = (name: string, content = '{}') => writeFile(join(folder, name), content);

describe('what a folder of results held', () => {
  it('is read once, and again only where something changed', async () => {
    await put('a.json');
    await put('b.json');
    expect(await look('any')).toEqual({ read: ['a.json', 'b.json'], other: true });
    expect(await look('any')).toEqual({ read: [], other: false });
    await put('a.json', '{ }');
    await utimes(join(folder, 'b.json'), new Date(), new Date('2026-01-01'));
    expect(await look(new Set(['a.json']))).toEqual({ read: ['a.json'], other: true });
    expect(await look('any')).toEqual({ read: ['b.json'], other: true });
    expect(await look(new Set(['a.json', 'b.json']))).toEqual({ read: [], other: false });
  });

  it('meets what is new and what is gone without being told', async () => {
    await put('a.json');
    await look('any');
    await rm(join(folder, 'a.json'));
    await put('b.json');
    expect(await look(new Set())).toEqual({ read: ['b.json'], other: true });
    expect(memory.rows().map(({ file }) => file)).toEqual(['b.json']);
  });

  it('takes a change in a bundle for one of the bundle', async () => {
    await mkdir(join(folder, 'bundle'));
    await put('bundle/bundle.json');
    await look('any');
    await put('bundle/bundle.json', '{ "more": 1 }');
    expect((await look(new Set(['bundled/other.txt']))).read).toEqual([]);
    expect((await look(new Set(['bundle/answers.txt']))).read).toEqual(['bundle']);
  });

  it('tries again what could not be opened', async () => {
    await put('locked.json');
    await look('any');
    expect((await look(new Set())).read).toEqual(['locked.json']);
  });
});
