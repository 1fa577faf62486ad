import type { FindingId } from '../../shared/model/finding.ts';
import type { Share } from './reading.ts';

const only = (...ids: FindingId[]): Share['holds'] => {
  const answered = new Set(ids);
  return ({ id }) => answered.has(id);
};

const allBut = (...ids: FindingId[]): Share['holds'] => {
  const open = new Set(ids);
  return ({ id }) => !open.has(id);
};

/** A record that was read can be wrong; what is not among the records can stand in the part that was cut off. */
const ofRecords = only('httpsys.owner', 'httpsys.shadow', 'cert.validity', 'cert.name', 'cert.usage', 'cert.strength');

/** A listing that is cut off: what is wrong with its records is wrong, and nothing in it is right or missing. */
export const cutListing: Share = {
  holds: (finding) => (finding.status === 'fail' || finding.status === 'warn') && ofRecords(finding),
  reason: 'failed',
  words:
    'The listing of certificate records that was sent is cut off. Ask for the whole output of "netsh http show sslcert".',
};

const askForConfig = String.raw`Ask for the whole C:\Windows\System32\inetsrv\config\applicationHost.config.`;

/** Fragments of applicationHost.config, by what was sent of it. */
export const configShares = {
  sitesAndMetadata: {
    holds: allBut('iis.config'),
    reason: 'notRecorded',
    words: `Only the sites and the legacy metabase of applicationHost.config were sent. ${askForConfig}`,
  },
  sites: {
    holds: allBut('iis.config', 'iis.legacyMetabase'),
    reason: 'notRecorded',
    words: `Only the sites of applicationHost.config were sent. ${askForConfig}`,
  },
  site: {
    holds: allBut('iis.config', 'iis.legacyMetabase', 'httpsys.shared'),
    reason: 'notRecorded',
    words: `Only a site of applicationHost.config was sent. ${askForConfig}`,
  },
  otherSite: {
    holds: () => false,
    reason: 'notRecorded',
    words: `What was sent of applicationHost.config does not hold the site with id 1. ${askForConfig}`,
  },
  customMetadata: {
    holds: only('iis.legacyMetabase'),
    reason: 'notRecorded',
    words: `Only the legacy metabase of applicationHost.config was sent. ${askForConfig}`,
  },
} as const satisfies Record<string, Share>;

/** Certificates by themselves: what they say of themselves is known, where they lie is not. */
export const sentCertificates: Share = {
  holds: (finding) =>
    finding.status !== 'info' && only('cert.validity', 'cert.name', 'cert.usage', 'cert.strength')(finding),
  reason: 'notRecorded',
  words:
    'Certificates were sent, and not what the stores of the server hold, with their private keys. Ask for an evidence bundle ("psdoctor diagnose --bundle evidence.zip" on the server).',
};

/** An export that begins below the key has only one kind of record for certain. */
export const partOfRegistry: Share = {
  holds: () => false,
  reason: 'notRecorded',
  words: String.raw`The registry export holds only a part of the key. Ask for "reg export HKLM\SYSTEM\CurrentControlSet\Services\HTTP\Parameters".`,
};

/** An export that breaks off: any record can be missing, and the last one can be half of it. */
export const cutRegistry: Share = {
  ...partOfRegistry,
  reason: 'failed',
  words: String.raw`The registry export that was sent is cut off. Ask for the whole output of "reg export HKLM\SYSTEM\CurrentControlSet\Services\HTTP\Parameters".`,
};
