import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { exitCodes } from '../../electron/cli/exit-codes.ts';
import { loadPowerShellGrammar, newerSyntax } from '../../electron/probes/test-support/powershell-syntax.ts';
import { CauseId } from '../../shared/model/cause.ts';
import { RepairId } from '../../shared/model/repair-id.ts';
import { inRoot } from '../paths.mjs';

const folder = inRoot('build', 'fleet');
const textOf = (name: string): string => readFileSync(`${folder}/${name}`, 'utf8');
const named = readdirSync(folder, { recursive: true, encoding: 'utf8' });
const scripts = named.filter((name) => name.endsWith('.ps1'));
const callers = named.filter((name) => /\.(?:ps1|yml)$/u.test(name));

beforeAll(loadPowerShellGrammar);

/** The options that psdoctor itself says it has. */
const helpOf = (command: string): string =>
  spawnSync(process.execPath, [inRoot('out', 'psdoctor', 'psdoctor.js'), command, '--help'], { encoding: 'utf8' })
    .stdout;

describe.each(scripts)('%s', (name) => {
  it('is Windows PowerShell 5.1 in ASCII', () => {
    expect(newerSyntax(textOf(name))).toEqual([]);
    expect(textOf(name)).toMatch(/^[\n\x20-\x7e]*$/u);
  });
});

describe('the texts for engines', () => {
  it('use no option that psdoctor does not have', () => {
    const help = ['diagnose', 'repair', 'fleet'].map(helpOf).join('');
    const used = callers.flatMap((name) => textOf(name).match(/(?<=[\s'[])--[a-z-]+/gu) ?? []);
    expect(new Set(used).size).toBeGreaterThan(5);
    expect([...new Set(used)].filter((option) => !help.includes(`${option} `))).toEqual([]);
  });

  it('name causes and repairs that there are', () => {
    for (const name of callers) {
      for (const [, cause] of textOf(name).matchAll(/(?:cause ?= ?'?|OnlyIf )([a-z]+-[a-z-]+)/gu)) {
        expect(CauseId.options).toContain(cause);
      }
      for (const [, repair] of textOf(name).matchAll(/(?:repair ?= ?'?|-Repair )([a-z]+-[a-z-]+)/gu)) {
        expect(RepairId.options).toContain(repair);
      }
    }
  });

  it('know every cause and repair', () => {
    const known = textOf('ansible/roles/psdoctor/vars/main.yml');
    const listed = (name: string) =>
      new RegExp(`^${name}:\\s*\\[([^\\]]*)\\]`, 'mu').exec(known)?.[1]?.match(/[a-z-]+/gu);
    expect(listed('doctor_causes')).toEqual(CauseId.options);
    expect(listed('doctor_repairs')).toEqual(RepairId.options);
  });

  it('find the outcome of a repair where psdoctor writes it', () => {
    const [, start, end] = /Match\(\$Document, '\(\?m\)([^']*)' \+ \$Name \+ '([^']*)'\)/u.exec(
      textOf('Invoke-PackageServerDoctor.ps1'),
    )!;
    const args = ['repair', 'rebind-certificate', '--yes', '--json', '--target', 'practice:stale-binding'];
    const { stdout } = spawnSync(process.execPath, [inRoot('out', 'psdoctor', 'psdoctor.js'), ...args], {
      encoding: 'utf8',
    });
    const document = JSON.parse(stdout) as Record<string, string>;
    for (const name of ['outcome', 'detail']) {
      const found = [...stdout.matchAll(new RegExp(start + name + end, 'gmu'))];
      expect(found.map(([, text = '']) => JSON.parse(text) as string)).toEqual([document[name]]);
    }
  });

  it('say what each exit code means', () => {
    for (const code of Object.values(exitCodes)) {
      expect(textOf('task-server/exit-codes.txt')).toMatch(new RegExp(`^${code} `, 'mu'));
      expect(textOf('Invoke-PackageServerDoctor.ps1')).toMatch(new RegExp(`^ {4}${code} = '`, 'mu'));
    }
  });
});
