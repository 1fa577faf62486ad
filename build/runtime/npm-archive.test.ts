import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { verifyIntegrity } from './npm-archive.mjs';

const folder = mkdtempSync(join(tmpdir(), 'psd-archive-'));
const archive = join(folder, 'archive.tgz');
writeFileSync(archive, 'content');
const integrity = `sha512-${createHash('sha512').update('content').digest('base64')}`;
afterAll(() => rmSync(folder, { recursive: true }));

test('the pinned content is accepted', async () => {
  await expect(verifyIntegrity(archive, integrity, 'archive@1')).resolves.toBeUndefined();
});

test('any other is refused', async () => {
  writeFileSync(archive, 'other');
  await expect(verifyIntegrity(archive, integrity, 'archive@1')).rejects.toThrow('archive@1 is not the archive');
});
