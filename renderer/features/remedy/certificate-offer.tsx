import type { Thumbprint } from '../../../shared/model/endpoint.ts';
import type { Result } from '../../../shared/model/result.ts';
import type { CertificateCandidate } from '../../../shared/model/wizard-state.ts';
import { valueOf } from '../../../shared/map/chain-facts.ts';
import { useWizard } from '../../stores/wizard-store.ts';
import { CertificateList } from './certificate-list.tsx';
import { choosable } from './choosable.ts';

/** The certificates that the diagnosis saw and that could serve. */
export function certificatesIn(result: Result | null): CertificateCandidate[] {
  const certificates = result === null ? undefined : valueOf(result.facts, 'certificates');
  return result === null || certificates === undefined ? [] : choosable(certificates.items, result.startedAt);
}

/** Where no certificate is clearly the right one: a person chooses. */
export function CertificateOffer({ choose }: { choose: (thumbprint: Thumbprint) => void }) {
  const candidates = certificatesIn(useWizard(({ diagnosis }) => diagnosis.result));
  return candidates.length < 2 ? null : (
    <CertificateList candidates={candidates} chosen={null} choose={choose} disabled={false} />
  );
}
