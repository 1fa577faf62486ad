import type { UnknownReason } from '../model/fact.ts';
import type { FactName } from '../model/facts.ts';

/** Each fact as a sentence calls it, with its source. */
export const factWords: Readonly<Record<FactName, string>> = {
  elevation: 'the rights of this process (whoami)',
  windows: 'edition and build of Windows (registry)',
  iisConfig: 'the IIS configuration (applicationHost.config)',
  iisView: 'the sites as IIS shows them (appcmd)',
  iisFeatures: 'the installed role services of IIS (registry)',
  appPools: 'the application pools (appcmd)',
  httpSysLive: 'the certificate records of HTTP.SYS (netsh)',
  httpSysRegistry: 'the certificate records of HTTP.SYS in the registry',
  ipListen: 'the IP listen list of HTTP.SYS (netsh)',
  listeners: 'the listening programs (netstat)',
  certificates: 'the certificates of the machine (PowerShell)',
  handshakes: 'the TLS handshakes with this server',
  schannel: 'the protocol settings of Schannel (registry)',
  service: 'the agent service (sc)',
  webService: 'the web service W3SVC (sc)',
  notificationServer: 'the signs of a Notification Server (registry, sc)',
  urlReservations: 'the URL reservations of HTTP.SYS (netsh)',
  agent: 'the settings of the agent (registry)',
  agentPolicy: 'the policy of the agent (client policy file)',
  agentLog: 'the log of the agent',
  agentPackages: 'the packages of the agent (COM)',
  events: 'the System event log (wevtutil)',
};

/** Why a fact is not known, to follow "… is not known: ". */
export const reasonWords: Readonly<Record<UnknownReason, string>> = {
  notElevated: 'reading it needs an elevated process',
  timedOut: 'it did not answer in time',
  cancelled: 'the question was cancelled',
  failed: 'the answer could not be used',
  tooLarge: 'the answer was too large to read',
  notInstalled: 'its source is not on this server',
  unsupported: 'this server does not offer it',
  notRecorded: 'nobody asked for it, or it was not recorded',
};

/** What a person can do about it; empty where there is nothing to do. */
export const reasonAdvice: Readonly<Record<UnknownReason, string>> = {
  notElevated: 'Start the product by "Run as administrator" and diagnose again.',
  timedOut: 'Diagnose again; when it stays silent, run the question by hand and look how it answers.',
  cancelled: 'Diagnose again without cancelling it.',
  failed: 'The evidence holds the answer as it came.',
  tooLarge: 'The evidence holds the question; run it by hand.',
  notInstalled: 'Look whether IIS and its tools are installed on this server.',
  unsupported: '',
  notRecorded: 'Ask for it: a diagnosis on the server itself records it.',
};
