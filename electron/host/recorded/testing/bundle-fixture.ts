import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { readWhole } from '../../content.ts';
import type { CommandQuestion, Host } from '../../host.ts';
import { createPracticeServer } from '../../practice/practice-server.ts';
import { recording, type RecordingHost } from '../../recording.ts';
import type { Bundle } from '../bundle.ts';
import { writeBundle } from '../write-bundle.ts';

export const show: CommandQuestion = {
  name: 'show',
  tool: 'netsh',
  args: ['http', 'show', 'sslcert'],
  timeoutMs: 5000,
};
const absent: CommandQuestion = {
  name: 'absent',
  tool: 'sc',
  args: ['queryex', 'NoSuchService'],
  timeoutMs: 5000,
  okExitCodes: [0, 1060],
};
export const configPath = 'C:\\Windows\\System32\\inetsrv\\config\\applicationHost.config';
export const config = { name: 'config', path: configPath, filter: 'applicationHost', timeoutMs: 5000 } as const;
export const tls = { name: 'tls', address: '127.0.0.1', port: 443, serverName: null, timeoutMs: 5000 };
const logs = { name: 'logs', path: 'C:\\Windows', timeoutMs: 5000 };

/** Everything that a host answers to these questions. */
export async function interview(host: Host) {
  const { content, ...file } = await host.readFile(config);
  return {
    file,
    content: (await readWhole(content)).toString('hex'),
    commands: [await host.run(show), await host.run(absent)].map((answer) => ({
      ...answer,
      stdout: { ...answer.stdout, bytes: Buffer.from(answer.stdout.bytes).toString('hex') },
      stderr: { ...answer.stderr, bytes: Buffer.from(answer.stderr.bytes).toString('hex') },
    })),
    tls: await host.connectTls(tls),
    folder: await host.listFolder(logs),
    host: await host.describe(),
  };
}

/** A healthy server whose answers are kept. */
export async function recorded(language = 'de-DE'): Promise<RecordingHost> {
  return recording((await createPracticeServer({ scenario: 'healthy', language })).host);
}
/** A folder for each test, and a bundle that can be written into it and spoilt. */
export function bundleFixture() {
  const paths = { folder: '', bundle: '' };
  beforeEach(async () => {
    paths.folder = await mkdtemp(join(tmpdir(), 'recorded-'));
    paths.bundle = join(paths.folder, 'new', 'bundle');
  });
  afterEach(() => rm(paths.folder, { recursive: true }));
  return {
    paths,
    async write(): Promise<void> {
      const host = await recorded();
      await interview(host);
      await writeBundle(host, paths.bundle);
      await host.dispose();
    },
    /** Changes the list of answers, which its sums would give away. */
    async change(change: (bundle: Bundle) => unknown): Promise<void> {
      const path = join(paths.bundle, 'bundle.json');
      const content = JSON.parse(await readFile(path, 'utf8')) as Bundle;
      await writeFile(path, JSON.stringify(change(content) ?? content));
      await rm(join(paths.bundle, 'SHA256SUMS'), { force: true });
    },
  };
}
