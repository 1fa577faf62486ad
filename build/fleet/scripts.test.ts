import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { exitCodes } from '../../electron/cli/exit-codes.ts';
import { loadPowerShellGrammar, newerSyntax } from '../../electron/probes/test-support/powershell-syntax.ts';
import { remediesOf } from '../../shared/causes/remedies.ts';
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

  it('know every cause and the repairs that it can ask for', () => {
    const known = /^doctor_remedies:\n((?: {2}.*\n)+)/mu.exec(textOf('ansible/roles/psdoctor/vars/main.yml'))![1]!;
    const listed = [...known.matchAll(/^ {2}([a-z-]+): \[(.*)\]$/gmu)].map(([, cause = '', repairs = '']) => [
      cause,
      repairs.split(', ').filter(Boolean),
    ]);
    expect(listed).toEqual(Object.entries(remediesOf));
    expect(known.trimEnd().split('\n')).toHaveLength(listed.length);
  });

  it('replace a document only as a whole', () => {
    for (const name of ['Invoke-PackageServerDoctor.ps1', 'task-server/diagnose.ps1']) {
      // $null would be "", and refused as a name.
      expect(textOf(name)).toContain('[System.IO.File]::Replace($Unfinished, $Path, [NullString]::Value)');
    }
    expect(textOf('task-server/repair.ps1')).toMatch(/Move-Item -LiteralPath \$unfinished -Destination \$path\n/u);
  });

  it('end the task with 2 wherever it says that no document reached the share', () => {
    for (const name of ['diagnose', 'repair']) {
      const text = textOf(`task-server/${name}.ps1`);
      const exits = [...text.matchAll(/^ *exit (.*)$/gmu)].map(([, code]) => code);
      expect(exits).toEqual([...Array<string>(exits.length - 1).fill('2'), '$code']);
    }
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

  it('tell of 4 in one way', () => {
    const words = (text: string) => text.replace(/\s+/gu, ' ');
    const four = /^4 +(.*(?:\n .*)*)/mu.exec(textOf('task-server/exit-codes.txt'))![1]!;
    expect(words(readFileSync(inRoot('docs', 'fleet.md'), 'utf8'))).toContain(`| ${words(four)} |`);
  });

  it('say what each exit code means', () => {
    for (const code of Object.values(exitCodes)) {
      expect(textOf('task-server/exit-codes.txt')).toMatch(new RegExp(`^${code} `, 'mu'));
      expect(textOf('Invoke-PackageServerDoctor.ps1')).toMatch(new RegExp(`^ {4}${code} = '`, 'mu'));
    }
  });
});
