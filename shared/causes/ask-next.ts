import type { FactName } from '../model/facts.ts';
import { factWords } from '../rules/fact-words.ts';
import { listOf } from '../rules/words.ts';
import type { CauseContext } from './cause-rule.ts';

/** What a customer can be asked for, with the command to run in an elevated prompt, in the order of what tells most. */
const requests: readonly (readonly [fact: FactName, words: string, command: string])[] = [
  ['httpSysLive', 'the certificate records of HTTP.SYS', 'netsh http show sslcert > sslcert.txt'],
  ['iisConfig', 'the IIS configuration', String.raw`copy %windir%\System32\inetsrv\config\applicationHost.config .`],
  [
    'certificates',
    'the certificates of the machine, without their keys',
    String.raw`powershell -NoProfile -Command "Get-ChildItem Cert:\LocalMachine\My | ForEach-Object { Export-Certificate -Cert $_ -FilePath ($_.Thumbprint + '.cer') }"`,
  ],
  [
    'httpSysRegistry',
    'the records that a restart brings back',
    String.raw`reg export HKLM\SYSTEM\CurrentControlSet\Services\HTTP\Parameters http.reg /y /reg:64`,
  ],
  ['agentLog', 'the log of the agent', String.raw`copy "%ProgramData%\Symantec\Symantec Agent\Logs\*.log" .`],
];

/** What no file tells: it must be asked on the server itself. */
const onServer: readonly FactName[] = ['iisView', 'handshakes', 'service', 'webService', 'listeners'];

/**
 * What to ask for next, each command on a line of its own that begins with two
 * blanks, where facts were never asked for; empty where nothing is missing in that way.
 */
export function askNext(context: CauseContext): string[] {
  const isMissing = (name: FactName): boolean => context.unknownReason(name) === 'notRecorded';
  const files = requests
    .filter(([name]) => isMissing(name))
    .flatMap(([, words, command]) => [`- ${words}:`, `  ${command}`]);
  const live = onServer.filter(isMissing);
  if (live.length > 0) {
    const names = listOf(live.map((name) => factWords[name]));
    files.push(`- ${names}, which only a diagnosis on the server tells:`, '  psdoctor diagnose --bundle evidence.zip');
  }
  return files.length > 0 ? ['Ask the customer for:', ...files] : [];
}
