import { shortThumbprint } from '../httpsys/thumbprint.ts';
import { day } from '../map/day.ts';
import type { FleetServer } from './server.ts';

/** What servers can have in common: its name, its value for one server, and what sharing it possibly means. */
export interface Trait {
  id: string;
  words: string;
  valueOf(server: FleetServer): string | null;
  /** Causes for which it means something by itself; for the others it is told when no server without the cause has it. */
  suggests: Readonly<Record<string, string>>;
}

const boundElsewhere =
  'Possibly one certificate was replaced on all of them, and HTTP.SYS kept the old one: find out what replaced it, then repair all of them the same way.';
const oneRoll = 'Possibly they were issued in one roll-out: one renewal for all of them is due.';
const oneProduct =
  'Possibly one product or deployment tool writes these records on all of them: find it before repairing, or it will write them again.';
const oneImage = 'Possibly they were made from one image or template: put it right there as well.';

/** In the order in which they are told. */
export const traits: readonly Trait[] = [
  {
    id: 'bound',
    words: 'thumbprint in the record of HTTP.SYS',
    valueOf: ({ bound }) => bound && shortThumbprint(bound),
    suggests: { 'stale-binding': boundElsewhere, 'certificate-missing': boundElsewhere },
  },
  {
    id: 'application',
    words: 'application id of the record, where it is not that of IIS',
    valueOf: ({ owner }) =>
      owner === null || owner.kind === 'iis' || owner.appId === null
        ? null
        : `${owner.appId}${owner.product === null ? '' : ` (probably ${owner.product})`}`,
    suggests: { 'foreign-owner': oneProduct, 'policy-not-forced': oneProduct, 'shadowed-endpoint': oneProduct },
  },
  {
    id: 'day',
    words: 'last day of the certificate',
    valueOf: ({ certificate }) => certificate && day(certificate.notAfter),
    suggests: { 'certificate-expired': oneRoll },
  },
  {
    id: 'issuer',
    words: 'issuer of the certificate',
    valueOf: ({ certificate }) => certificate && certificate.issuer,
    suggests: {
      'untrusted-chain': 'Possibly one root or intermediate certificate is missing on all of them.',
      'certificate-name': 'Possibly one template of that issuer leaves the names out.',
      'certificate-usage': 'Possibly one template of that issuer leaves Server Authentication out.',
    },
  },
  {
    id: 'features',
    words: 'features that the agent misses',
    valueOf: ({ missingFeatures }) => (missingFeatures.length === 0 ? null : missingFeatures.toSorted().join(', ')),
    suggests: { 'missing-features': oneImage },
  },
  { id: 'agent', words: 'version of the agent', valueOf: ({ versions }) => versions.agent, suggests: {} },
  {
    id: 'windows',
    words: 'build of Windows',
    valueOf: ({ versions }) => (versions.windows === null ? null : String(versions.windows)),
    suggests: { 'tls-disabled': 'Possibly one policy or hardening script sets the protocols on all of them.' },
  },
];
