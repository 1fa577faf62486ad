import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, test } from 'vitest';
import { Language, Parser, type Node } from 'web-tree-sitter';

const folder = new URL('.', import.meta.url);
const scripts = readdirSync(folder).filter((name) => name.endsWith('.ps1'));
const textOf = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

let parser: Parser;
beforeAll(async () => {
  await Parser.init();
  const require = createRequire(import.meta.url);
  const grammar = require.resolve('tree-sitter-powershell/tree-sitter-powershell.wasm');
  parser = new Parser();
  parser.setLanguage(await Language.load(readFileSync(grammar)));
});

function* nodesOf(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children) if (child) yield* nodesOf(child);
}

/** Parameters that only PowerShell 6 and newer know, where Windows PowerShell has the command too. */
const newerParameters =
  /^-(?:Parallel|ThrottleLimit|AsArray|AsHashtable|EnumsAsStrings|EscapeHandling|SkipCertificateCheck|AsByteStream)$/iu;
const newerCommands = /^(?:Get-Error|Test-Json|Remove-Service|Join-String|ConvertFrom-Markdown)$/iu;

/** What Windows PowerShell 5.1 cannot read. The grammar refuses ternaries and null operators itself. */
function newerSyntax(text: string): string[] {
  const tree = parser.parse(text);
  if (tree === null) return ['nothing was parsed'];
  return [...nodesOf(tree.rootNode)]
    .filter(
      (node) =>
        node.isError ||
        node.isMissing ||
        node.type === 'pipeline_chain_tail' ||
        (node.type === 'command_parameter' && newerParameters.test(node.text)) ||
        (node.type === 'command_name' && newerCommands.test(node.text)),
    )
    .map((node) => `line ${node.startPosition.row + 1}: ${node.type} ${node.text.slice(0, 60)}`);
}

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
    const commands = [...nodesOf(parser.parse(text)!.rootNode)].filter((node) => node.type === 'command_name');
    const changing = /^(?:Set|New|Remove|Clear|Add|Start|Stop|Restart|Invoke|Enable|Disable)-(?!Object$)/iu;
    expect(commands.map((node) => node.text).filter((command) => changing.test(command))).toEqual([]);
  });
});
