import { readFileSync, readdirSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { commandsIn, loadPowerShellGrammar, newerSyntax } from '../test-support/powershell-syntax.ts';

const folder = new URL('.', import.meta.url);
const scripts = readdirSync(folder).filter((name) => name.endsWith('.ps1'));
const textOf = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

beforeAll(loadPowerShellGrammar);

test.each([
  '$a ?? 1',
  '$a ??= 1',
  '$a ? 1 : 2',
  '${a}?.Length',
  'Get-Item x && Get-Item y',
  'Get-Item x || Get-Item y',
  '1..3 | ForEach-Object -Parallel { $_ }',
  'ConvertTo-Json -InputObject $a -AsArray',
  'if ($a) {',
])('the check sees %s', (text) => expect(newerSyntax(text)).not.toEqual([]));

/** Those of a diagnosis; others belong to repairs. */
const asking = ['agent.ps1', 'machine.ps1'];

test.each(scripts)('%s is Windows PowerShell 5.1', (name) => expect(newerSyntax(textOf(name))).toEqual([]));

describe.each(asking)('%s', (name) => {
  const text = textOf(name);

  test('is ASCII, names itself, and fits into a command line', () => {
    expect(text).toMatch(/^[\n\x20-\x7e]*$/u);
    expect(text.split('\n')[0]).toBe(`# psdoctor-script: ${name.replace('.ps1', '')}`);
    expect(Buffer.from(text, 'utf16le').toString('base64').length).toBeLessThan(30_000);
  });

  test('guards each section, and names all of them where Constrained Language Mode stops it', () => {
    const sections = [...text.matchAll(/^ {2}Write-Section '(\w+)'/gmu)].map(([, section]) => section);
    const [, told = ''] = /foreach \(\$name in ([^)]*)\)/u.exec(text) ?? [];
    expect(told.match(/\w+/gu)?.toSorted()).toEqual([...new Set(sections)].toSorted());
    expect(sections.length).toBe(2 * new Set(sections).size);
  });

  test('changes nothing', () => {
    const changing = /^(?:Set|New|Remove|Clear|Add|Start|Stop|Restart|Invoke|Enable|Disable)-(?!Object$)/iu;
    expect(commandsIn(text).filter((command) => changing.test(command))).toEqual([]);
  });
});
