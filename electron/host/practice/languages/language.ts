import type { SslFieldName } from '../tools/netsh/ssl-fields.ts';

/** What `netsh http show iplisten|urlacl|servicestate` says around the values. */
type NetshWord =
  | 'ipListen'
  | 'reservations'
  | 'reserved'
  | 'user'
  | 'listen'
  | 'delegate'
  | 'yes'
  | 'no'
  | 'snapshot'
  | 'session'
  | 'version'
  | 'state'
  | 'active'
  | 'groups'
  | 'group'
  | 'queue'
  | 'unnamed'
  | 'urlCount'
  | 'urls'
  | 'queues'
  | 'processCount'
  | 'processIds'
  | 'processes'
  | 'image';

/** The words of a Windows display language. Values, names and numbers are never translated. */
export interface Language {
  /** The code page of console tools, and that of the others. */
  oemPage: number;
  ansiPage: number;
  /** FormatMessage by Win32 error number; what is absent here is said in English. */
  errors: Readonly<Record<number, string>>;
  netsh: {
    title: string;
    labels: Readonly<Record<SslFieldName, string>>;
    done: Readonly<Record<'add' | 'delete' | 'update', string>>;
    /** Followed by the number. */
    failed: Readonly<Record<'add' | 'delete' | 'update', string>>;
    words: Readonly<Record<NetshWord, string>>;
    missingParameter: string;
    notACommand: string;
    usage: string;
  };
  netstat: {
    title: string;
    columns: string;
    listening: string;
    established: string;
  };
  reg: {
    done: string;
    notFound: string;
    /** How a key's unnamed value is called. */
    defaultName: string;
    /** `%1` is the number of matches. */
    endOfSearch: string;
  };
  /** The word between the function and the number in `[SC] … FAILED 1060:`. */
  scFailed: string;
  whoami: {
    everyone: string;
    administrators: string;
    highLevel: string;
    mediumLevel: string;
    systemLevel: string;
    wellKnownGroup: string;
    alias: string;
    label: string;
    enabled: string;
    owner: string;
    denyOnly: string;
  };
}
