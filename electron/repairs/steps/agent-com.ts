import { parseScriptSections } from '../../../shared/parsers/script-sections.ts';
import type { Command } from '../../../shared/model/repair.ts';
import type { Host } from '../../host/host.ts';
import { scriptArguments, type Script } from '../../probes/ask-script.ts';
import type { Performed } from './step-kind.ts';

/** The command that runs a script, as a plan shows it. */
export const scriptCommand = (script: Script): Command => ({ binary: 'powershell.exe', args: scriptArguments(script) });

/**
 * Asks the agent by COM, through a script that does one thing. `refused` is an
 * answer of the agent or of Windows, as COM security gives (0x80070005): then a
 * person has to do the same by hand.
 */
export async function askAgent(host: Host, script: Script, section: string): Promise<Performed & { refused: boolean }> {
  const answer = await host.run({
    name: `powershell.${script.name}`,
    tool: 'powershell',
    args: scriptArguments(script),
    timeoutMs: 120_000,
  });
  const said = parseScriptSections(answer.stdout.text).get(section);
  if (said?.ok) return { ok: true, detail: '', refused: false };
  if (said !== undefined && answer.outcome === 'exited') return { ok: false, detail: said.problem, refused: true };
  const how = answer.exitCode === null ? answer.outcome : `exit code ${answer.exitCode}, without an answer`;
  return { ok: false, detail: `powershell: ${how}`, refused: false };
}
