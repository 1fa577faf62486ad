import { defineRule } from './rule.ts';
import { paragraphs, whyItMatters } from './words.ts';

export const iisConfig = defineRule({
  id: 'iis.config',
  title: 'Can the configuration of IIS (applicationHost.config) be read?',
  kb: ['KB172128'],
  needs: { all: [], any: [], asIs: ['iisConfig', 'iisView'] },
  concludes: {
    pass: 'It is read and well-formed.',
    warn: 'IIS uses a shared configuration (redirection.config).',
    fail: 'It is not there; or it cannot be used, and IIS (appcmd) does not answer either.',
  },
  decisive: true,
  judge({ iisConfig: config, iisView }) {
    if (config.state === 'unknown') {
      const gone = config.reason === 'notInstalled';
      // Where IIS answers it has read its configuration: then it is the reading here that failed.
      const broken = config.reason === 'failed' && iisView.state === 'unknown' && iisView.reason === 'failed';
      if (!gone && !broken) return { status: 'notRun', missing: 'iisConfig' };
      return {
        status: 'fail',
        summary: gone
          ? 'There is no IIS configuration on this server: IIS is not installed.'
          : 'The IIS configuration cannot be used, and IIS itself does not answer.',
        detail: paragraphs(
          config.detail ?? 'applicationHost.config could not be read.',
          `Without a configuration IIS has no site. ${whyItMatters}`,
          gone
            ? 'Install the Web Server (IIS) role with the role services that the package server needs.'
            : 'Look at applicationHost.config; IIS keeps earlier ones below %SystemDrive%\\inetpub\\history.',
        ),
      };
    }
    const { sites, sharedConfiguration } = config.value;
    const seen = `applicationHost.config has ${sites.length} ${sites.length === 1 ? 'site' : 'sites'}.`;
    if (sharedConfiguration) {
      return {
        status: 'warn',
        summary: 'IIS uses a shared configuration.',
        detail: paragraphs(
          `${seen} redirection.config sends IIS to another place for it.`,
          'A change here reaches every server that shares it, while the records of HTTP.SYS are of this server alone: a binding can come without its record.',
          'Repair HTTP.SYS on each server by itself.',
        ),
      };
    }
    return { status: 'pass', summary: 'The IIS configuration was read.', detail: seen };
  },
});
