import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startDiagnosis } from '../diagnosis/run.ts';
import { createPracticeServer } from '../host/practice/practice-server.ts';
import { recording } from '../host/recording.ts';
import { originalsIn } from './testing/original-values.ts';
import { makeReport } from './report.ts';
import { sourceOfResult } from './source.ts';
import { writeReport } from './write-report.ts';

/** What docs/security.md says is never collected, as it looks in a file. */
const looksSecret =
  /\[enc:[A-Za-z]|-----BEGIN [A-Z ]*PRIVATE KEY|(?:password|pwd|secret|sessionKey|validationKey|decryptionKey|connectionString)\s*=\s*"(?!\[removed\]|")|aexs:\/\/|<\w*Credentials\b[^>]*\s(?:user|key|password)=/iu;

describe('secrets', () => {
  it.each(['healthy', 'several-faults'])('are in no report and no bundle, redacted or not: %s', async (scenario) => {
    const server = await createPracticeServer({ scenario });
    const world = await server.world();
    // The server has them: a pool's and a folder's password, a policy's credentials, the keys of its certificates.
    const planted = [
      ...world.iis.pools.map(({ password }) => password),
      ...world.iis.sites.flatMap((site) =>
        site.applications.flatMap((app) => app.virtualDirectories.map(({ password }) => password)),
      ),
      ...world.certificates.map(({ privateKey }) => privateKey?.split('\n')[1]),
      'practice-only-3',
      'practice-only-4',
    ].filter((secret) => typeof secret === 'string');
    expect(planted.length).toBeGreaterThan(4);

    const folder = await mkdtemp(join(tmpdir(), 'secrets-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const evidence = recording(server.host);
    const result = await startDiagnosis(evidence).done;
    for (const redact of [null, { thumbprints: false }]) {
      const report = await makeReport({ ...sourceOfResult(result), evidence }, redact);
      const name = redact === null ? 'plain' : 'redacted';
      await writeReport(report, 'html', join(folder, `${name}.html`));
      await writeReport(report, 'bundle', join(folder, name));
    }
    await evidence.dispose();

    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const bytes = await readFile(join(entry.parentPath, entry.name));
      expect({ file: entry.name, found: originalsIn(bytes, planted) }).toEqual({ file: entry.name, found: [] });
      for (const encoding of ['latin1', 'utf16le'] as const) {
        expect(looksSecret.exec(bytes.toString(encoding))?.[0] ?? null, entry.name).toBeNull();
      }
    }
  });
});
