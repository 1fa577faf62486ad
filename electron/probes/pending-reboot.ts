import { known, type Fact } from '../../shared/model/fact.ts';
import { parsed } from '../../shared/parsers/parsed.ts';
import type { Host } from '../host/host.ts';
import { askCommand } from './ask-command.ts';
import type { ProbeContext } from './probe.ts';

const windows = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion';
const sessionManager = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager';

/** Each is present while a reboot is pending; file renames alone are noise, which the rule weighs. */
const signs = {
  servicing: [`${windows}\\Component Based Servicing\\RebootPending`],
  windowsUpdate: [`${windows}\\WindowsUpdate\\Auto Update\\RebootRequired`],
  fileRenames: [sessionManager, '/v', 'PendingFileRenameOperations'],
} as const;

/** Why a reboot is pending: `servicing`, `windowsUpdate`, `fileRenames`, or none of them. */
export async function askPendingReboot(host: Host, context: ProbeContext, timeoutMs: number): Promise<Fact<string[]>> {
  const facts = await Promise.all(
    Object.entries(signs).map(([sign, where]) => {
      const question = {
        name: `reg.pending.${sign}`,
        tool: 'reg',
        args: ['query', ...where, '/reg:64'],
        timeoutMs,
      } as const;
      // reg.exe ends with 1 when the key or value is absent.
      return askCommand(host, context, { ...question, okExitCodes: [0, 1] }, ({ exitCode }) =>
        parsed(exitCode === 0 ? [sign] : []),
      );
    }),
  );
  const found: string[] = [];
  for (const fact of facts) {
    if (fact.state === 'unknown') return fact;
    found.push(...fact.value);
  }
  return known(
    found,
    facts.flatMap((fact) => fact.evidence),
  );
}
