import { known, type Fact } from '../../shared/model/fact.ts';
import { unreadable } from '../../shared/parsers/parsed.ts';
import { parseScriptSections } from '../../shared/parsers/script-sections.ts';
import type { Host } from '../host/host.ts';
import { factOfCommand } from './ask-command.ts';
import type { ProbeContext } from './probe.ts';

/** A PowerShell script of the product: its text, and the name its first line says. */
export interface Script {
  name: string;
  text: string;
}

/** Of each script once: every answer that is kept names its arguments, and this is the longest by far. */
const encoded = new Map<string, string>();

/** The arguments that run a script: `-EncodedCommand` takes UTF-16LE in base64, and no execution policy stops it. */
export function scriptArguments({ text }: Script): string[] {
  const command = encoded.get(text) ?? Buffer.from(text, 'utf16le').toString('base64');
  encoded.set(text, command);
  return ['-NoProfile', '-NonInteractive', '-EncodedCommand', command];
}

/**
 * One section of what a script printed. The script runs once per diagnosis,
 * whoever asks; a section that is complete counts even when the script was
 * ended afterwards.
 */
export async function askScript(
  host: Host,
  context: ProbeContext,
  script: Script,
  section: string,
  timeoutMs: number,
): Promise<Fact<unknown>> {
  const name = `powershell.${script.name}`;
  const question = {
    name,
    tool: 'powershell',
    args: scriptArguments(script),
    timeoutMs,
    maxBytes: 64 * 2 ** 20,
  } as const;
  const answer = await context.once(name, (signal) => host.run({ ...question, signal }));
  const result = parseScriptSections(answer.stdout.text).get(section);
  if (result?.ok) return known(result.value, [answer.name]);
  return factOfCommand(context, question, answer, () => {
    return result ?? unreadable(`the section ${section} is missing`);
  });
}
