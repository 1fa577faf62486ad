import { registryOfPackageServer } from '../wine/registry.ts';
import type { Evidence } from './evidence.ts';
import type { Case, Target } from './target.ts';
import * as netsh from './targets/netsh.ts';
import * as registry from './targets/registry.ts';
import * as streams from './targets/streams.ts';
import * as tools from './targets/tools.ts';
import * as whole from './targets/whole.ts';

/** Readers of one answer, by the name of its question. */
const readers: readonly [target: string, of: RegExp, check: (input: Case) => void | Promise<void>][] = [
  ['netsh sslcert', /^netsh\.http\.show\.sslcert/u, netsh.checkSslcert],
  ['netsh iplisten', /^netsh\.http\.show\.iplisten/u, netsh.checkIpListen],
  ['netsh urlacl', /^netsh\.http\.show\.urlacl/u, netsh.checkUrlAcl],
  ['netsh servicestate', /^netsh\.http\.show\.servicestate/u, netsh.checkServiceState],
  ['reg HTTP parameters', /^reg\.http\.parameters/u, registry.checkHttpRegistry],
  ['reg InetStp', /^reg\.iis\.components/u, registry.checkComponents],
  ['reg Schannel', /^reg\.schannel/u, registry.checkSchannel],
  ['reg agent', /^reg\.agent\.settings/u, registry.checkAgentSettings],
  ['reg agent servers', /^reg\.agent\.servers/u, registry.checkAgentServers],
  ['applicationHost.config', /^file\.applicationHost/u, streams.checkConfig],
  ['a configuration', /^file\.applicationHost/u, streams.checkLooseConfig],
  ['custom metadata', /^file\.applicationHost/u, streams.checkMetadata],
  ['redirection.config', /^file\.redirection/u, streams.checkRedirection],
  ['agent policy', /^file\.agentPolicy/u, streams.checkPolicy],
  ['agent log', /^file\.agentLog/u, streams.checkAgentLog],
  ['appcmd sites', /^appcmd\.list\.site/u, tools.checkAppcmdSites],
  ['appcmd pools', /^appcmd\.list\.apppool/u, tools.checkAppcmdPools],
  ['wevtutil', /^wevtutil/u, tools.checkEvents],
  ['dism', /^more\.dism/u, tools.checkDism],
  ['netstat', /^netstat/u, tools.checkNetstat],
  ['tasklist', /^more\.tasklist/u, tools.checkTasklist],
  ['sc queryex', /^sc\.queryex/u, tools.checkScQueryEx],
  ['sc qc', /^more\.sc\.qc/u, tools.checkScStartMode],
  ['sc enumdepend', /^more\.sc\.enumdepend/u, tools.checkScDependents],
  ['whoami', /^whoami/u, tools.checkWhoami],
  ['script sections', /^powershell/u, tools.checkSections],
  ['certificate', /^certificate$/u, whole.checkCertificate],
];

/** Every reader of foreign bytes, with what practice servers answered. */
export async function targetsFor(evidence: readonly Evidence[]): Promise<Target[]> {
  const answers = evidence.flatMap((one) => one.answers);
  const single = readers.map(([name, of, check]): Target => {
    const seeds = answers.filter((answer) => of.test(answer.name)).map(({ bytes }) => bytes);
    return { name, seeds, check };
  });
  const exported = Buffer.from(registryOfPackageServer);
  const sent = answers.filter(({ name }) => !/^(?:more|sc|whoami)\./u.test(name)).map(({ bytes }) => bytes);
  return [
    ...single,
    { name: 'reg export', seeds: [exported], check: registry.checkRegExport },
    { name: 'file that was sent', seeds: [...sent, exported], check: whole.checkFile, baseMs: 2000 },
    { name: 'bundle', seeds: evidence.map(({ zip }) => zip), check: whole.checkBundle, baseMs: 2000 },
    ...(await Promise.all(evidence.map(whole.diagnosisTarget))),
  ];
}
