import type { Thumbprint } from '../../../shared/model/endpoint.ts';
import type { Certificate } from '../../../shared/model/facts/tls.ts';
import { UserError } from '../../app/user-error.ts';
import type { Candidate, Circumstances } from './candidates.ts';
import { whyExcluded } from './fitness.ts';

const describe = ({ thumbprint, subject }: Certificate): string => `${thumbprint} (${subject})`;

/**
 * The certificate to bind: the one that was asked for, else the best one where
 * it is clearly the best.
 *
 * @throws UserError notFound, refused or ambiguous, with all candidates and why the others are none
 */
export function chooseCertificate(
  all: readonly Certificate[],
  candidates: readonly Candidate[],
  wanted: Thumbprint | null,
  { now }: Circumstances,
): Certificate {
  const list = candidates.map(({ certificate, reasons }) => `\n  ${describe(certificate)}: ${reasons.join('; ')}`);
  if (wanted !== null) {
    const chosen = candidates.find(({ certificate }) => certificate.thumbprint === wanted);
    if (chosen !== undefined) return chosen.certificate;
    const stored = all.find(({ thumbprint }) => thumbprint === wanted);
    if (stored === undefined) {
      throw new UserError(
        'notFound',
        `No machine store of this server holds certificate ${wanted}. Those that can be bound:${list.join('') || ' none'}`,
      );
    }
    throw new UserError('refused', `Certificate ${describe(stored)} cannot be bound: ${whyExcluded(stored, now)}.`);
  }
  const [best] = candidates;
  if (best?.clear) return best.certificate;
  if (best === undefined) {
    const excluded = all.map((certificate) => `\n  ${describe(certificate)}: ${whyExcluded(certificate, now)}`);
    throw new UserError('refused', `No certificate on this server can be bound.${excluded.join('')}`);
  }
  throw new UserError('ambiguous', `No certificate is clearly the right one. Name one of these:${list.join('')}`);
}
