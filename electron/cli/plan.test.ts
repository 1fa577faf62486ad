import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { Plan } from '../../shared/model/repair.ts';
import { psdoctor, psdoctorJson } from './testing/run-psdoctor.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'psdoctor-plan-'));
  onTestFinished(() => rm(folder, { recursive: true }));
});
const data = () => ['--data', join(folder, 'data')];

describe('psdoctor plan', () => {
  it('says what else is reached, and nothing of it where nothing is to be done', async () => {
    const stale = await psdoctor('plan', 'rebind-certificate', '--target', 'practice:stale-binding', ...data());
    expect(stale.stdout).toMatch(/Also reached:\n {2}- Site "Intranet"/u);
    const healthy = ['rebind-certificate', '--target', 'practice:healthy', ...data()];
    const { code, stdout } = await psdoctor('plan', ...healthy);
    expect(code).toBe(0);
    expect(stdout).toContain('Nothing has to be done on the server');
    expect(stdout).not.toMatch(/reached|Intranet|Backed up/u);
    const plan = Plan.parse((await psdoctorJson('plan', ...healthy)).value);
    expect(plan).toMatchObject({ steps: [], alsoHits: [], backups: [] });
    expect((await psdoctor('plan', ...healthy, '--text')).stdout).not.toContain('Intranet');
    const asked = await psdoctor('repair', ...healthy);
    expect(asked).toMatchObject({ code: 2, stderr: expect.not.stringContaining('apply this plan') });
    expect(asked.stdout).not.toMatch(/reached|Intranet/u);
  });

  it('is named by the server in a folder, and makes no data folder', async () => {
    const out = ['--target', 'practice:stale-binding', ...data(), '--out'];
    expect(await psdoctor('plan', 'rebind-certificate', ...out, `${join(folder, 'plans')}/`)).toMatchObject({
      code: 0,
    });
    expect(await psdoctor('repair', 'rebind-certificate', ...out, `${join(folder, 'more')}/`)).toMatchObject({
      code: 2,
    });
    expect(await readdir(join(folder, 'plans'))).toEqual(['PS07.corp.example.json']);
    expect(await readdir(join(folder, 'more'))).toEqual(['PS07.corp.example.json']);
    expect((await readdir(folder)).toSorted()).toEqual(['more', 'plans']);
  });
});

describe('the words of a repair', () => {
  it.each([
    ['foreign-owner', 'rebind-certificate', /a tick in the wizard, --take-over of psdoctor/u],
    ['not-elevated', 'rebind-certificate', /start this program as administrator/u],
    ['legacy-metabase', 'remove-legacy-metabase', /as psdoctor alone does: psdoctor plan .* --whole-key/u],
  ])('fit the window and the command line: %s', async (scenario, repair, words) => {
    const { stdout, stderr } = await psdoctor('plan', repair, '--target', `practice:${scenario}`, ...data());
    expect(stdout + stderr).toMatch(words);
  });
});
