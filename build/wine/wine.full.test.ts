import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Result } from '../../shared/model/result.ts';
import { buildOneFile } from '../outputs.mjs';
import { fetchConsoleNode } from '../package/console/node.mjs';
import { bundlePsdoctor } from '../package/console/psdoctor.mjs';
import { problemsOfLook } from './look-problems.mjs';
import { wineNode } from './node.mjs';
import { recordsOfPackageServer, registryOfPackageServer } from './registry.ts';
import { openWine, whyNoWine, type Ended, type Wine } from './wine.ts';

const reason = await whyNoWine();

describe.skipIf(reason !== null)(`psdoctor on a Windows of Wine${reason ? `: ${reason}` : ''}`, () => {
  let wine: Wine;
  let node: string;
  let psdoctor: (...args: string[]) => Promise<Ended>;
  beforeAll(async () => {
    [wine, node] = await Promise.all([openWine(), fetchConsoleNode(wineNode)]);
    const program = await bundlePsdoctor(join(wine.folder, 'psdoctor'));
    psdoctor = (...args) => wine.run(node, wine.path(program), ...args);
  });
  afterAll(() => wine.dispose());

  const file = (name: string) => join(wine.folder, name);
  /** Diagnoses that Windows. */
  const diagnosed = async (name: string): Promise<{ ended: Ended; result: Result }> => {
    const ended = await psdoctor('diagnose', '--json', '--out', wine.path(file(name)));
    return { ended, result: Result.parse(JSON.parse(readFileSync(file(name), 'utf8'))) };
  };
  const status = ({ findings }: Result, id: string) => findings.find((finding) => finding.id === id)?.status;

  it('says of one without IIS and agent that they are not there, and passes nothing that it cannot know', async () => {
    const { ended, result } = await diagnosed('bare.json');
    expect(ended, ended.stderr).toMatchObject({ code: 1, stdout: '' });
    expect(result.target).toMatchObject({ kind: 'windows', name: 'windows' });
    for (const name of ['agent', 'agentLog', 'iisConfig', 'iisView', 'appPools', 'iisFeatures'] as const) {
      expect(result.facts[name], name).toMatchObject({ state: 'unknown', reason: 'notInstalled' });
    }
    expect(result.facts.iisView).toMatchObject({ detail: expect.stringContaining('is not on this server') });
    expect(status(result, 'host.packageServer')).toBe('fail');
    expect(status(result, 'iis.config')).toBe('fail');
    expect(result.findings.flatMap(({ id, status: one }) => (one === 'pass' ? [id] : []))).toEqual(['tls.protocols']);
    expect(result.causes.map(({ id }) => id)).toEqual(['undetermined']);
  });

  it('shows the records, the agent and the build that reg import put there', async () => {
    writeFileSync(file('server.reg'), `\uFEFF${registryOfPackageServer}`, 'utf16le');
    expect(await wine.run('reg', 'import', wine.path(file('server.reg')))).toMatchObject({ code: 0 });

    const { facts, ...result } = (await diagnosed('registry.json')).result;
    expect(facts.httpSysRegistry).toMatchObject({ state: 'known', value: { records: recordsOfPackageServer } });
    expect(facts.agent).toMatchObject({
      state: 'known',
      value: {
        version: '8.8.1280.0',
        installDir: String.raw`C:\Program Files\Altiris\Altiris Agent`,
        notificationServer: 'smp.corp.example',
        packageServerKey: true,
      },
    });
    expect(facts.windows).toMatchObject({
      state: 'known',
      value: { build: 20348, installationType: 'Server', productType: 'ServerNT' },
    });
    expect(status({ facts, ...result }, 'host.supported')).toBe('pass');
    expect(status({ facts, ...result }, 'host.packageServer')).toBe('pass');
  });

  it('practises there from the diagnosis to the undo, in a case with its backups, and writes reports', async () => {
    const data = ['--data', String.raw`C:\data`];
    const practice = ['--target', 'practice:missing-record', '--practice', String.raw`C:\practice`, ...data];
    const bundle = wine.path(file('evidence.zip'));
    expect(await psdoctor('diagnose', '--bundle', bundle, ...practice)).toMatchObject({ code: 1 });
    expect(await psdoctor('analyze', bundle)).toMatchObject({ code: 1 });
    expect(await psdoctor('report', bundle, '--redact', '--html', wine.path(file('report.html')))).toMatchObject({
      code: 0,
    });
    expect(readFileSync(file('report.html'), 'utf8')).not.toContain('corp.example');

    const repaired = await psdoctor('repair', 'rebind-certificate', '--yes', ...practice);
    expect(repaired, repaired.stderr).toMatchObject({ code: 0, stdout: expect.stringContaining('fixed') });
    const [, name = ''] = /^Case (\S+)$/mu.exec(repaired.stdout) ?? [];
    const undone = await psdoctor('undo', name, '--yes', ...practice);
    expect(undone, undone.stderr).toMatchObject({ code: 0 });
    expect(await psdoctor('diagnose', ...practice)).toMatchObject({ code: 1 });
  });

  it('runs, reads and ends real programs of Windows as the product needs it', async () => {
    await buildOneFile('build/wine/host-look.ts', 'host-look', join(wine.folder, 'look'));
    const ended = await wine.run(
      node,
      wine.path(join(wine.folder, 'look', 'host-look.mjs')),
      wine.path(file('look.json')),
    );
    expect(ended, ended.stderr).toMatchObject({ code: 0 });
    const look = JSON.parse(readFileSync(file('look.json'), 'utf8'));
    expect(problemsOfLook(look)).toEqual([]);
    // Not found, and not by the shell that ComSpec names.
    expect(look.appcmd).toBe('notFound');
  });
});
