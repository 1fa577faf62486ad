import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPromise } from 'yauzl';
import { writeChecksums } from './checksums.mjs';
import { packageCollector } from './collector.mjs';
import { packagePsdoctor } from './console/psdoctor.mjs';
import { writeNotices } from './notices.mjs';
import { writeSbom } from './sbom.mjs';
import { shippedPackages } from './shipped.mjs';

describe('a release, but for the wizard', () => {
  let folder: string;
  beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'psd-release-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  async function namesIn(path: string): Promise<string[]> {
    const zip = await openPromise(path);
    const names: string[] = [];
    for await (const entry of zip.eachEntry()) names.push(entry.fileName);
    zip.close();
    return names.toSorted();
  }

  it('has psdoctor with its Node.js, their licences and what runs it on many servers', async () => {
    expect(await namesIn(await packagePsdoctor(folder))).toEqual([
      'psdoctor/LICENSE.node.txt',
      'psdoctor/LICENSE.txt',
      'psdoctor/THIRD-PARTY-NOTICES.txt',
      'psdoctor/fleet/Invoke-PackageServerDoctor.ps1',
      'psdoctor/fleet/ansible/ansible.cfg',
      'psdoctor/fleet/ansible/diagnose.yml',
      'psdoctor/fleet/ansible/inventory.example.yml',
      'psdoctor/fleet/ansible/inventory.practice.example.yml',
      'psdoctor/fleet/ansible/list.yml',
      'psdoctor/fleet/ansible/repair.yml',
      'psdoctor/fleet/ansible/roles/psdoctor/defaults/main.yml',
      'psdoctor/fleet/ansible/roles/psdoctor/tasks/check.yml',
      'psdoctor/fleet/ansible/roles/psdoctor/tasks/prepare-local.yml',
      'psdoctor/fleet/ansible/roles/psdoctor/tasks/prepare-windows.yml',
      'psdoctor/fleet/ansible/roles/psdoctor/tasks/repair.yml',
      'psdoctor/fleet/ansible/roles/psdoctor/tasks/run-local.yml',
      'psdoctor/fleet/ansible/roles/psdoctor/tasks/run-windows.yml',
      'psdoctor/fleet/ansible/roles/psdoctor/tasks/run.yml',
      'psdoctor/fleet/ansible/roles/psdoctor/vars/main.yml',
      'psdoctor/fleet/task-server/diagnose.ps1',
      'psdoctor/fleet/task-server/exit-codes.txt',
      'psdoctor/fleet/task-server/repair.ps1',
      'psdoctor/node.exe',
      'psdoctor/psdoctor.cmd',
      'psdoctor/psdoctor.mjs',
    ]);
  });

  it('has the collector, with the scripts of a diagnosis', async () => {
    expect(await namesIn(await packageCollector(folder))).toEqual([
      'collector/Bundle.ps1',
      'collector/Collect-Evidence.ps1',
      'collector/LICENSE.txt',
      'collector/Questions.ps1',
      'collector/README.txt',
      'collector/Secrets.ps1',
      'collector/agent.ps1',
      'collector/collect.cmd',
      'collector/machine.ps1',
    ]);
  });

  it('has a bill of materials with everything that is shipped, once', async () => {
    const path = await writeSbom(folder, [{ name: 'electron', version: '45.4.1' }]);
    const sbom = JSON.parse(readFileSync(path, 'utf8')) as {
      bomFormat: string;
      components: { name: string; version: string }[];
    };
    expect(sbom.bomFormat).toBe('CycloneDX');
    const listed = sbom.components.map(({ name, version }) => `${name} ${version}`);
    expect(new Set(listed).size).toBe(listed.length);
    for (const { name, version } of shippedPackages()) expect(listed).toContain(`${name} ${version}`);
    expect(listed).toContain('electron 45.4.1');
  });

  it('names the licence of every package', () => {
    const notices = readFileSync(writeNotices(), 'utf8');
    for (const { name, version, license } of shippedPackages()) {
      expect(notices).toContain(`${name} ${version} (${license})`);
      expect(license).toMatch(/^(?:0BSD|MIT|ISC|Apache-2\.0|BSD-[23]-Clause|OFL-1\.1|BlueOak-1\.0\.0)$/u);
    }
  });

  it('has sums of all files, as sha256sum reads them', async () => {
    const files = readdirSync(folder).map((name) => join(folder, name));
    const sums = readFileSync(await writeChecksums(folder, files), 'utf8')
      .trimEnd()
      .split('\n');
    expect(sums).toHaveLength(files.length);
    for (const line of sums) {
      const [, sum, name = ''] = /^([0-9a-f]{64}) {2}(\S+)$/u.exec(line) ?? [];
      expect(
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ).toBe(sum);
    }
  });
});
