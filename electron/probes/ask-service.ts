import { z } from 'zod';
import { known, unknown, type Fact } from '../../shared/model/fact.ts';
import type { FactValue } from '../../shared/model/facts.ts';
import { parsed } from '../../shared/parsers/parsed.ts';
import { parseScDependents, parseScStartMode } from '../../shared/parsers/sc-config.ts';
import { parseScQueryEx, type ServiceStatus } from '../../shared/parsers/sc-queryex.ts';
import type { Host } from '../host/host.ts';
import { askCommand } from './ask-command.ts';
import { askMachineScript } from './ask-machine-script.ts';
import type { ProbeContext } from './probe.ts';

const timeoutMs = 15_000;
/** ERROR_SERVICE_DOES_NOT_EXIST; the exit code of sc is the error number, in every language. */
const noSuchService = 1060;
/** Enough for hundreds of dependents; sc asks for more with error 234. */
const dependentsBytes = '65536';

const Start = z.object({ name: z.string(), startMode: z.string(), dependents: z.array(z.string()) });
type ServiceStart = Pick<FactValue<'service'>, 'startMode' | 'dependents'>;

/** State and process of a service; null when there is no such service. */
export function askServiceStatus(host: Host, context: ProbeContext, name: string): Promise<Fact<ServiceStatus | null>> {
  const question = { name: `sc.queryex.${name}`, tool: 'sc', args: ['queryex', name], timeoutMs } as const;
  return askCommand(host, context, { ...question, okExitCodes: [0, noSuchService] }, ({ exitCode, stdout }) =>
    exitCode === noSuchService ? parsed(null) : parseScQueryEx(stdout.text),
  );
}

/** How it starts and what needs it: from the script that runs anyway, else from sc. */
async function askStart(host: Host, context: ProbeContext, name: string): Promise<Fact<ServiceStart>> {
  const section = await askMachineScript(host, context, 'services');
  const services = section.state === 'known' ? z.array(Start).safeParse(section.value) : null;
  const found = services?.data?.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (found !== undefined) return known(found, section.evidence);

  const ask = <T>(verb: string, more: readonly string[], read: (text: string) => ReturnType<typeof parsed<T>>) =>
    askCommand(
      host,
      context,
      { name: `sc.${verb}.${name}`, tool: 'sc', args: [verb, name, ...more], timeoutMs },
      ({ stdout }) => read(stdout.text),
    );
  const [startMode, dependents] = await Promise.all([
    ask('qc', [], parseScStartMode),
    ask('enumdepend', [dependentsBytes], parseScDependents),
  ]);
  if (startMode.state === 'unknown') return startMode;
  if (dependents.state === 'unknown') return dependents;
  return known({ startMode: startMode.value, dependents: dependents.value }, [
    ...startMode.evidence,
    ...dependents.evidence,
  ]);
}

/** One service, by its name; `notInstalled` when sc says that there is none. */
export async function askService(host: Host, context: ProbeContext, name: string): Promise<Fact<FactValue<'service'>>> {
  const status = await askServiceStatus(host, context, name);
  if (status.state === 'unknown') return status;
  if (status.value === null) return unknown('notInstalled', `There is no service ${name} (1060).`, status.evidence);
  const start = await askStart(host, context, name);
  if (start.state === 'unknown') return start;
  const { startMode, dependents } = start.value;
  return known({ ...status.value, startMode, dependents }, [...status.evidence, ...start.evidence]);
}
