import { matchHostName } from '../../../shared/httpsys/names.ts';
import type { Thumbprint } from '../../../shared/model/endpoint.ts';
import type { Certificate } from '../../../shared/model/facts/tls.ts';
import { untilWords, whyExcluded } from './fitness.ts';

/** KB241066: a site server's certificate is valid for at least 30 days. */
const thirtyDays = 30 * 24 * 60 * 60 * 1000;

export interface Circumstances {
  now: string;
  fqdn: string | null;
  /** What IIS shows for the binding. */
  had: Thumbprint | null;
}

export interface Candidate {
  certificate: Certificate;
  reasons: string[];
  /** Those of the reasons that speak against it. */
  doubts: string[];
  /** Clear enough to be taken without asking. */
  clear: boolean;
}

const criteria = ['lasts', 'had', 'name', 'key', 'chain'] as const;

interface Judged {
  certificate: Certificate;
  /** Compared in this order, higher is better; the validity comes after them. */
  rank: Record<(typeof criteria)[number], number>;
  reasons: string[];
  doubts: string[];
}

function judge(certificate: Certificate, { now, fqdn, had }: Circumstances): Judged {
  const left = Date.parse(certificate.notAfter) - Date.parse(now);
  const name = fqdn === null ? 'none' : matchHostName(certificate, fqdn);
  const isHad = certificate.thumbprint === had;
  const { privateKey, chain } = certificate;
  const reasons: [words: string | null, against?: boolean][] = [
    [isHad ? 'IIS shows it for this binding' : null],
    [!isHad && had !== null ? 'IIS shows another one for this binding' : null, true],
    [name === 'san' ? `it names ${fqdn}` : null],
    [name === 'cn' ? `it names ${fqdn}, but only as its common name` : null],
    [name === 'none' && fqdn === null ? "the server's own name is not known" : null],
    [name === 'none' && fqdn !== null ? `it does not name ${fqdn} (KB191688)` : null, true],
    [privateKey === 'usable' ? 'its private key was tested and works' : 'its private key was not tested'],
    [chain === 'trusted' ? 'this server trusts its issuer' : null],
    [chain === 'untrusted' ? 'this server does not trust its issuer' : null, true],
    [untilWords(certificate, left < thirtyDays), left < thirtyDays],
  ];
  const told = (of: typeof reasons) => of.flatMap(([words]) => words ?? []);
  return {
    certificate,
    rank: {
      lasts: left >= thirtyDays ? 1 : 0,
      had: isHad ? 1 : 0,
      name: { san: 2, cn: 1, none: 0 }[name],
      key: privateKey === 'usable' ? 1 : 0,
      chain: { trusted: 2, unknown: 1, untrusted: 0 }[chain],
    },
    reasons: told(reasons),
    doubts: told(reasons.filter(([, against = false]) => against)),
  };
}

const compareRank = (a: Judged, b: Judged): number =>
  criteria.map((name) => b.rank[name] - a.rank[name]).find((difference) => difference !== 0) ?? 0;

const isRenewalOf = (newer: Certificate, older: Certificate): boolean =>
  newer.subject === older.subject && newer.issuer === older.issuer && newer.notAfter > older.notAfter;

/** A certificate that lies in several stores counts once, in MY where it is there. */
function onceEach(certificates: readonly Certificate[]): Certificate[] {
  const inMy = ({ store }: Certificate): boolean => store.toUpperCase() === 'MY';
  const lastWins = [...certificates.filter((own) => !inMy(own)), ...certificates.filter(inMy)];
  return [...new Map(lastWins.map((own) => [own.thumbprint, own])).values()];
}

/**
 * The certificates that could be bound, best first: at least 30 days left, the
 * one that IIS shows, the server's own name, a tested key, a trusted issuer,
 * valid longest. The first is `clear` when IIS shows it or it carries the
 * server's name, and no other stands equal, an older issue of itself excepted.
 */
export function rankCertificates(certificates: readonly Certificate[], about: Circumstances): Candidate[] {
  const usable = onceEach(certificates).filter((certificate) => whyExcluded(certificate, about.now) === null);
  // What IIS shows and nobody can bind speaks against no other certificate.
  const had = usable.some(({ thumbprint }) => thumbprint === about.had) ? about.had : null;
  const judged = usable
    .map((certificate) => judge(certificate, { ...about, had }))
    .toSorted((a, b) => compareRank(a, b) || (a.certificate.notAfter < b.certificate.notAfter ? 1 : -1));
  return judged.map((own, index) => ({
    certificate: own.certificate,
    reasons: own.reasons,
    doubts: own.doubts,
    clear:
      index === 0 &&
      own.rank.had + own.rank.name > 0 &&
      judged
        .slice(1)
        .every((other) => compareRank(own, other) !== 0 || isRenewalOf(own.certificate, other.certificate)),
  }));
}
