import { isEnabled, parseDismFeatures, type WindowsFeature } from '../../../shared/parsers/dism-features.ts';
import type { Command } from '../../../shared/model/repair.ts';
import { commandLine } from '../../../shared/repairs/command-line.ts';
import type { Host } from '../../host/host.ts';
import type { Performed } from './step-kind.ts';

const minute = 60_000;
const rebootNeeded = 3010;

/** What DISM's codes mean and what to do then (repairs.md, Features). Node shows them unsigned. */
const meanings: Readonly<Record<number, string>> = {
  50: 'a feature that this one needs is not enabled',
  87: 'DISM calls a parameter incorrect',
  740: 'the rights of an administrator are missing',
  0x800f080c: 'this Windows does not know a feature of that name',
  0x800f081f: 'the files of a feature are not on this server. .NET Framework 3.5 is never on its disk',
  0x800f0906: 'the files of a feature could not be downloaded',
  0x800f0907:
    'a group policy forbids to download the files of a feature ("Specify settings for optional component installation and component repair")',
};

/** The codes behind which the files are somewhere else: on the medium of this Windows. */
const withoutFiles: readonly number[] = [0x800f081f, 0x800f0906, 0x800f0907];

const fromMedium = ({ binary, args }: Command): string =>
  `Mount the medium of this Windows, run "${commandLine({ binary, args: [...args, '/limitaccess', '/source:D:\\sources\\sxs'] })}" in an elevated prompt, with its drive in place of D:, and plan again`;

/** The features that this Windows has, or in words why they are not known. DISM takes seconds to minutes. */
export async function readFeatures(host: Host): Promise<WindowsFeature[] | string> {
  const answer = await host.run({
    name: 'dism.get-features',
    tool: 'dism',
    args: ['/online', '/english', '/get-features', '/format:table'],
    timeoutMs: 10 * minute,
  });
  if (!answer.ok) return `DISM did not list the features (${exitWords(answer)})`;
  const list = parseDismFeatures(answer.stdout.text);
  return list.ok ? list.value : `DISM did not list the features: ${list.problem}`;
}

/** The names of those that are on, or will be with the next boot. */
export const enabledNames = (features: readonly WindowsFeature[]): string[] =>
  features.filter(isEnabled).map(({ name }) => name);

/** One call for all names: DISM does all of them or says why not. */
export const dismCommand = (verb: 'enable' | 'disable', names: readonly string[]): Command => ({
  binary: 'dism.exe',
  args: [
    '/online',
    '/english',
    `/${verb}-feature`,
    ...names.map((name) => `/featurename:${name}`),
    ...(verb === 'enable' ? ['/all'] : []),
    '/norestart',
  ],
});

/** Runs DISM and says what its code means. */
export async function runDism(host: Host, command: Command): Promise<Performed & { needsReboot: boolean }> {
  const { args } = command;
  const answer = await host.run({
    name: `dism.${args[2]?.slice(1)}`,
    tool: 'dism',
    args,
    timeoutMs: 60 * minute,
    okExitCodes: [0, rebootNeeded],
  });
  const needsReboot = answer.exitCode === rebootNeeded;
  if (answer.ok) return { ok: true, detail: needsReboot ? 'Windows asks for a restart (3010)' : '', needsReboot };
  const code = answer.exitCode ?? 0;
  const words = [`DISM failed (${exitWords(answer)})`, meanings[code]].filter((each) => each !== undefined).join(': ');
  return { ok: false, detail: withoutFiles.includes(code) ? `${words}. ${fromMedium(command)}` : words, needsReboot };
}

function exitWords({ exitCode, outcome }: { exitCode: number | null; outcome: string }): string {
  if (exitCode === null) return outcome;
  return exitCode > 0xffff ? `0x${exitCode.toString(16).toUpperCase()}` : `exit code ${exitCode}`;
}
