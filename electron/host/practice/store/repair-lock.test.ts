import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { practiceRepairLock } from './repair-lock.ts';

it('is the same for one folder, however that is written, and another for each other server', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'psdoctor-lock-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const [own, other, linked] = ['own', 'other', 'linked'].map((name) => join(folder, name)) as [string, string, string];
  await Promise.all([mkdir(own), mkdir(other)]);
  await symlink(own, linked, 'junction');
  const lock = await practiceRepairLock(own);
  expect(await practiceRepairLock(join(linked, '.'))).toBe(lock);
  expect(await practiceRepairLock(other)).not.toBe(lock);
  expect(await practiceRepairLock(undefined)).not.toBe(await practiceRepairLock(undefined));
  expect(`\0${lock}`.length).toBeLessThanOrEqual(108);
});
