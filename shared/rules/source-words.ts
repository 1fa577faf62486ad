/** The answers of the probes by their names, called as the list of sources calls them. */
const sources: Readonly<Record<string, string>> = {
  host: 'Clock, names and addresses of the server',
  'whoami.groups': 'Rights of this process (whoami)',
  'reg.windows.version': 'Windows edition and build (registry)',
  'reg.windows.productType': 'Kind of Windows (registry)',
  'powershell.machine': 'Certificates, services and Windows of the machine (PowerShell)',
  'powershell.agent': 'Packages as the agent sees them (COM)',
  'file.applicationHost.config': 'IIS configuration (applicationHost.config)',
  'file.redirection.config': 'Where the IIS configuration lies (redirection.config)',
  'appcmd.list.site': 'Sites and bindings as IIS shows them (appcmd)',
  'appcmd.list.apppool': 'Application pools as IIS shows them (appcmd)',
  'reg.iis.components': 'Installed role services of IIS (registry)',
  'netsh.http.show.sslcert': 'HTTP.SYS certificate records (netsh)',
  'reg.http.parameters': 'HTTP.SYS certificate records in the registry',
  'netsh.http.show.iplisten': 'IP listen list of HTTP.SYS (netsh)',
  'netsh.http.show.servicestate': 'Request queues of HTTP.SYS (netsh)',
  'netsh.http.show.urlacl': 'URL reservations of HTTP.SYS (netsh)',
  'netstat.ano': 'Who listens on which port (netstat)',
  'tasklist.svc': 'Programs and their services (tasklist)',
  'reg.schannel.protocols': 'TLS protocols of Schannel (registry)',
  'reg.notificationServer': 'Signs of a Notification Server (registry)',
  'reg.agent.settings': 'Settings of the agent (registry)',
  'reg.agent.servers': 'Servers of the agent (registry)',
  'file.agentPolicy': 'Policy file of the agent',
  'folder.agentPolicy': 'Folder of the policy files of the agent',
  'wevtutil.system': 'System event log (wevtutil)',
};

/** Names that say for themselves which of several they are. */
const families: readonly [RegExp, (...parts: string[]) => string][] = [
  [/^file\.agentLog\.(.+)$/u, (file) => `Log of the agent, ${file}`],
  [/^folder\.agentLog\./u, () => 'Folder of the logs of the agent'],
  [/^reg\.pending\./u, () => 'Signs of a pending restart of Windows (registry)'],
  [/^sc\.\w+\.(.+)$/u, (service) => `Service ${service} (sc)`],
  [
    /^tls\.((?:\d{1,3}\.){3}\d{1,3}|[^.]*:[^.]*)\.(\d+)\.(.+?)(?:\.(TLSv[\d.]+))?$/u,
    (address, port, name, only) => {
      const at = address!.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
      const as = name === 'no-sni' ? ', no name sent' : ` as ${name}`;
      return `TLS handshake with ${at}${as}${only === undefined ? '' : `, ${only} only`}`;
    },
  ],
];

/** What an answer is, in words; its name where this version has none for it. */
export function sourceWords(name: string): string {
  const own = sources[name];
  if (own !== undefined) return own;
  for (const [pattern, words] of families) {
    const match = pattern.exec(name);
    if (match !== null) return words(...match.slice(1));
  }
  return name;
}
