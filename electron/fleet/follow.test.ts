import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { FleetView, type FleetWish } from '../../shared/fleet/view.ts';
import type { Result } from '../../shared/model/result.ts';
import { startDiagnosis } from '../diagnosis/run.ts';
import { createPracticeServer } from '../host/practice/practice-server.ts';
import { followFleet, type FleetFollower } from './follow.ts';
import { usualPace } from './looks.ts';

let stale: Result;
let healthy: Result;
beforeAll(async () => {
  [stale, healthy] = (await Promise.all(
    (['stale-binding', 'healthy'] as const).map(async (scenario) => {
      const { host } = await createPracticeServer({ scenario });
      return startDiagnosis(host).done.finally(() => host.dispose());
    }),
  )) as [Result, Result];
});

let folder: string;
let follower: FleetFollower;
let views: FleetView[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'psdoctor-follow-'));
  views = [];
  onTestFinished(async () => {
    follower.close();
    await rm(folder, { recursive: true, force: true });
  });
});

/** News and a folder that went away are seen soon; the look without news never comes in a test. */
function follow(every = 600_000): void {
  follower = followFleet(folder, (view) => views.push(FleetView.parse(view)), {
    ...usualPace,
    gather: 20,
    away: 50,
    every,
  });
}

async function put(name: string, result: Result, fqdn: string): Promise<void> {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.tmp`, JSON.stringify({ ...result, target: { ...result.target, fqdn } }));
  await rename(`${path}.tmp`, path);
}

const wish: FleetWish = { search: '', show: 'all', sort: 'server', descending: false, opened: null };
const state = () => views.at(-1)?.state;
const rows = async () =>
  (await follower.page(wish, 0)).part.map((row) => (row.kind === 'server' ? `${row.server} ${row.state}` : row.cause));
const become = (expected: string[]) => expect.poll(rows, { timeout: 10_000 }).toEqual(expected);

describe('a folder of results that is followed', () => {
  it('is read, and shows what arrives, what is written anew and what is taken away', async () => {
    await put('ps1.json', stale, 'ps1');
    follow();
    await expect.poll(state, { timeout: 10_000 }).toBe('watching');
    expect(views.at(-1)).toMatchObject({ problem: null, told: true, counts: { servers: 1, failing: 1 } });
    await put('ps2.json', stale, 'ps2');
    await become(['ps1 failing', 'ps2 failing']);
    await put('ps2.json', healthy, 'ps2');
    await become(['ps1 failing', 'ps2 healthy']);
    await rm(join(folder, 'ps1.json'));
    await become(['ps2 healthy']);
    const revisions = views.map(({ revision }) => revision);
    expect(revisions).toEqual(revisions.toSorted((a, b) => a - b));
  });

  it('tells who of those that are expected has no result, until the result arrives', async () => {
    await put('ps1.json', stale, 'ps1');
    follow();
    follower.expect(['PS1', 'ps2', 'ps3']);
    await expect.poll(state, { timeout: 10_000 }).toBe('watching');
    expect(views.at(-1)?.expected).toEqual({
      names: 3,
      missing: 2,
      first: ['ps2', 'ps3'].map((server) => ({ server, words: 'no result of it was read' })),
    });
    await put('ps2.json', healthy, 'ps2');
    await become(['ps1 failing', 'ps2 healthy']);
    expect(views.at(-1)?.expected).toMatchObject({ missing: 1, first: [{ server: 'ps3' }] });
    const { revision } = views.at(-1)!;
    follower.expect(['ps2']);
    // The rows are the same, so that no page is asked for again.
    expect(views.at(-1)).toMatchObject({ revision, expected: { names: 1, missing: 0, first: [] } });
  });

  it('listens in folders below it, once it knows of them', async () => {
    await put('north/ps1.json', stale, 'ps1');
    follow();
    await expect.poll(state, { timeout: 10_000 }).toBe('watching');
    await put('north/ps2.json', healthy, 'ps2');
    await become(['ps1 failing', 'ps2 healthy']);
  });

  it('finds by itself what nobody told it of', async () => {
    await put('ps1.json', stale, 'ps1');
    follow(100);
    await expect.poll(state, { timeout: 10_000 }).toBe('watching');
    // A new folder is told of; what comes into it is not.
    await mkdir(join(folder, 'north'));
    await new Promise((resolve) => setTimeout(resolve, 300));
    await put('north/ps2.json', healthy, 'ps2');
    await become(['ps1 failing', 'ps2 healthy']);
  });

  it('keeps what was read when the folder goes away, says so, and goes on when it is back', async () => {
    await put('ps1.json', stale, 'ps1');
    follow(100);
    await expect.poll(state, { timeout: 10_000 }).toBe('watching');
    await rename(folder, `${folder}-gone`);
    await expect.poll(state, { timeout: 10_000 }).toBe('away');
    expect(views.at(-1)?.problem).toContain('it is not there');
    expect(await rows()).toEqual(['ps1 failing']);
    await rename(`${folder}-gone`, folder);
    await expect.poll(state, { timeout: 10_000 }).toBe('watching');
    expect(views.at(-1)).toMatchObject({ problem: null, told: true });
    await put('ps2.json', healthy, 'ps2');
    await become(['ps1 failing', 'ps2 healthy']);
  });

  it('does not take an empty folder in the place of a share for the truth', async () => {
    await put('ps1.json', stale, 'ps1');
    follow(100);
    await expect.poll(state, { timeout: 10_000 }).toBe('watching');
    await rm(join(folder, 'ps1.json'));
    await expect.poll(state, { timeout: 10_000 }).toBe('away');
    expect(views.at(-1)?.problem).toContain('Nothing lies in the folder any more');
    expect(await rows()).toEqual(['ps1 failing']);
  });

  it('opens an empty folder, and waits', async () => {
    follow();
    await expect.poll(state, { timeout: 10_000 }).toBe('watching');
    expect(views.at(-1)?.counts.servers).toBe(0);
    await put('ps1.json', stale, 'ps1');
    await become(['ps1 failing']);
  });

  it('gives a row an id that stays its own, and no other a document', async () => {
    await put('b.json', stale, 'b');
    follow();
    await become(['b failing']);
    const [row] = (await follower.page(wish, 0)).part;
    await put('a.json', stale, 'a');
    await become(['a failing', 'b failing']);
    const id = row?.kind === 'server' ? row.id : -1;
    expect(await follower.document(id)).toEqual({ path: join(folder, 'b.json'), kind: 'result' });
    await expect(follower.document(77)).rejects.toMatchObject({ code: 'notFound' });
  });
});
