import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Language, Parser, type Node } from 'web-tree-sitter';

let parser: Parser;

/** Must have run before scripts are read. */
export async function loadPowerShellGrammar(): Promise<void> {
  await Parser.init();
  const require = createRequire(import.meta.url);
  const grammar = require.resolve('tree-sitter-powershell/tree-sitter-powershell.wasm');
  parser = new Parser();
  parser.setLanguage(await Language.load(readFileSync(grammar)));
}

function* nodesOf(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children) if (child) yield* nodesOf(child);
}

/** Parameters that only PowerShell 6 and newer know, where Windows PowerShell has the command too. */
const newerParameters =
  /^-(?:Parallel|AsArray|AsHashtable|EnumsAsStrings|EscapeHandling|SkipCertificateCheck|AsByteStream)$/iu;
const newerCommands = /^(?:Get-Error|Test-Json|Remove-Service|Join-String|ConvertFrom-Markdown)$/iu;

/** What Windows PowerShell 5.1 cannot read. The grammar refuses ternaries and null operators itself. */
export function newerSyntax(text: string): string[] {
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

/** The names of the commands that a script runs. */
export function commandsIn(text: string): string[] {
  const tree = parser.parse(text);
  return tree === null
    ? []
    : [...nodesOf(tree.rootNode)].filter((node) => node.type === 'command_name').map((node) => node.text);
}
