import { known, type UnknownReason } from '../../shared/model/fact.ts';
import { createApplicationHostParser } from '../../shared/parsers/application-host.ts';
import { createRedirectionParser } from '../../shared/parsers/redirection.ts';
import { askFile } from './ask-file.ts';
import type { Probe } from './probe.ts';

const timeoutMs = 60_000;
const ownFolder = 'C:\\Windows\\System32\\inetsrv\\config';

/** Both files can hold passwords, so both go through the filter. */
const question = (name: string, folder: string) =>
  ({ name: `file.${name}`, path: `${folder}\\${name}`, filter: 'applicationHost', timeoutMs }) as const;

const absent: ReadonlySet<UnknownReason> = new Set(['notInstalled', 'notRecorded']);

/** redirection.config tells which applicationHost.config is in force; without it the server uses its own. */
export const iisConfigProbe: Probe<'iisConfig'> = {
  fact: 'iisConfig',
  title: 'IIS configuration (applicationHost.config)',
  timeoutMs,
  async ask(host, context) {
    const redirectionFile = question('redirection.config', ownFolder);
    const redirection = await askFile(host, context, redirectionFile, createRedirectionParser());
    if (redirection.state === 'unknown' && !absent.has(redirection.reason)) return redirection;
    const shared = redirection.state === 'known' ? redirection.value : null;

    const configFile = question('applicationHost.config', shared ?? ownFolder);
    const config = await askFile(host, context, configFile, createApplicationHostParser());
    const evidence = [...config.evidence, ...redirection.evidence];
    if (config.state === 'unknown') return { ...config, evidence };
    return known({ ...config.value, sharedConfiguration: shared !== null }, evidence);
  },
};
