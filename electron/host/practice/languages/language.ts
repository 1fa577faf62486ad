import type { SslFieldName } from '../tools/netsh/ssl-fields.ts';

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
    missingParameter: string;
    notACommand: string;
    usage: string;
  };
  reg: { done: string; notFound: string };
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
