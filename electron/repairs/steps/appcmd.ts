import type { Command } from '../../../shared/model/repair.ts';
import type { CommandAnswer, Host } from '../../host/host.ts';
import type { Patience, Performed } from './step-kind.ts';

/** What appcmd's numbers mean here (repairs.md, appcmd). Numbers survive in every language, words do not. */
const meanings: Readonly<Record<number, string>> = {
  5: 'the rights of an administrator are missing',
  32: 'another program has the file of the configuration open; Windows does not tell which',
  33: 'another program has locked the configuration; Windows does not tell which',
  87: 'appcmd calls a parameter incorrect',
  183: 'it is there already; somebody else made it',
  1056: 'it had been started already',
  1062: 'the service that it needs does not run',
  1168: 'IIS knows no object of this name',
  4312: 'the configuration has no such element',
};

/** ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION: a program that saves the configuration is done soon. */
const locked = [32, 33];

const win32Facility = 0x8007;

/** The Windows error number of an answer: its HRESULT where it prints one, else the exit code. */
function errorNumber({ stdout, stderr, exitCode }: CommandAnswer): number | null {
  const hex = /hresult:\s*(?:0x)?([0-9a-f]{8})\b/iu.exec(`${stdout.text}\n${stderr.text}`)?.[1];
  const code = hex === undefined ? exitCode : Number.parseInt(hex, 16);
  if (code === null) return null;
  return code >>> 16 === win32Facility ? code & 0xffff : code;
}

/**
 * Runs appcmd and says what its answer means. A configuration that another
 * program has open is tried again for some seconds.
 *
 * @param own meanings of the same numbers where this command has others
 */
export async function runAppcmd(
  host: Host,
  { args }: Command,
  { addRetries }: Patience,
  own: Readonly<Record<number, string>> = {},
): Promise<Performed> {
  const ask = () =>
    host.run({ name: `appcmd.${args.join(' ').slice(0, 120)}`, tool: 'appcmd', args, timeoutMs: 120_000 });
  let answer = await ask();
  for (const wait of addRetries) {
    const code = answer.ok ? null : errorNumber(answer);
    if (code === null || !locked.includes(code) || code in own) break;
    await new Promise((resolve) => setTimeout(resolve, wait));
    answer = await ask();
  }
  if (answer.ok) return { ok: true, detail: '' };
  if (answer.outcome !== 'exited') return { ok: false, detail: `appcmd: ${answer.outcome}` };
  const code = errorNumber(answer);
  const meaning = code === null ? undefined : (own[code] ?? meanings[code]);
  const said = `appcmd ended with ${answer.exitCode}`;
  return { ok: false, detail: meaning === undefined ? said : `${said} (error ${code}, ${meaning})` };
}
