import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWhole } from '../content.ts';
import { recording } from '../recording.ts';
import { openRecordedHost } from './recorded-host.ts';
import { bundleFixture, config, configPath, interview, recorded, show, tls } from './testing/bundle-fixture.ts';
import { writeBundle } from './write-bundle.ts';

const fixture = bundleFixture();
const { paths } = fixture;

describe('a recorded host', () => {
  it.each(['en-US', 'de-DE', 'ja-JP'])('gives every answer back as it was, %s', async (language) => {
    const host = await recorded(language);
    const before = await interview(host);
    await writeBundle(host, paths.bundle);
    await host.dispose();
    const replayed = await openRecordedHost(paths.bundle);
    expect(replayed).toMatchObject({ kind: 'recorded', name: `recorded:${paths.bundle}`, warnings: [] });
    expect(await interview(replayed)).toEqual(before);
  });

  it('can be recorded and written again, to the same answers', async () => {
    await fixture.write();
    const again = recording(await openRecordedHost(paths.bundle));
    const before = await interview(again);
    await again.run({ ...show, name: 'never asked', args: ['http', 'show', 'iplisten'] });
    await writeBundle(again, join(paths.folder, 'again'));
    expect(await interview(await openRecordedHost(join(paths.folder, 'again')))).toEqual(before);
  });

  it('answers what was not asked with notRecorded', async () => {
    await fixture.write();
    const host = await openRecordedHost(paths.bundle);
    const other = { name: 'other', timeoutMs: 1000 };
    expect(await host.run({ ...other, tool: 'sc', args: ['queryex', 'W3SVC'] })).toMatchObject({
      outcome: 'notRecorded',
      exitCode: null,
      ok: false,
    });
    expect((await host.readFile({ ...other, path: 'C:\\other' })).outcome).toBe('notRecorded');
    expect((await host.listFolder({ ...other, path: 'C:\\other' })).outcome).toBe('notRecorded');
    expect((await host.connectTls({ ...tls, ...other, port: 8443 })).outcome).toBe('notRecorded');
  });

  it('knows an answer by what was asked when it has another name, or none', async () => {
    await fixture.write();
    await fixture.change(({ answers }) => {
      for (const answer of answers) delete answer.name;
    });
    const host = await openRecordedHost(paths.bundle);
    expect((await host.run({ ...show, name: 'renamed' })).stdout.text).toContain('0.0.0.0:443');
    const file = await host.readFile({ ...config, name: 'renamed', path: configPath.toLowerCase() });
    expect(file).toMatchObject({ outcome: 'read', path: configPath, name: 'renamed' });
    expect((await host.connectTls({ ...tls, name: 'renamed' })).outcome).toBe('completed');
    expect((await host.run({ ...show, args: ['http', 'show', 'iplisten'] })).outcome).toBe('notRecorded');
  });

  it('tells how the server was left: the last phase counts', async () => {
    const host = await recorded('en-US');
    await host.run(show);
    host.phase('rebind-certificate');
    await host.run({ ...show, name: 'delete', args: ['http', 'delete', 'sslcert', 'ipport=0.0.0.0:443'] });
    host.phase('after');
    await host.run(show);
    await writeBundle(host, paths.bundle);
    await host.dispose();
    const replayed = await openRecordedHost(paths.bundle);
    expect((await replayed.run(show)).stdout.text).not.toContain('0.0.0.0:443');
  });

  it('finds the encoding out when the bundle does not say it', async () => {
    await fixture.write();
    await fixture.change(({ answers }) => {
      for (const answer of answers) if (answer.kind === 'command') delete answer.encoding;
    });
    expect((await (await openRecordedHost(paths.bundle)).run(show)).stdout.text).toContain('0.0.0.0:443');
  });

  it('takes out secrets that another collector left in', async () => {
    await fixture.write();
    let content = '';
    await fixture.change(({ answers }) => {
      for (const answer of answers) if (answer.kind === 'file') content = answer.content;
    });
    await writeFile(join(paths.bundle, content), '<processModel password="hunter2" />');
    const host = await openRecordedHost(paths.bundle);
    expect((await readWhole((await host.readFile(config)).content)).toString()).toBe(
      '<processModel password="[removed]" />',
    );
  });
});
