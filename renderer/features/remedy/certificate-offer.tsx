import type { Thumbprint } from '../../../shared/model/endpoint.ts';
import { valueOf } from '../../../shared/map/chain-facts.ts';
import { useWizard } from '../../stores/wizard-store.ts';
import { CertificateList } from './certificate-list.tsx';
import { choosable } from './choosable.ts';

/** Where no certificate is clearly the right one: those that the diagnosis saw and that could serve, for a person to choose. */
export function CertificateOffer({ choose }: { choose: (thumbprint: Thumbprint) => void }) {
  const result = useWizard(({ diagnosis }) => diagnosis.result);
  const certificates = result === null ? undefined : valueOf(result.facts, 'certificates');
  if (result === null || certificates === undefined) return null;
  const candidates = choosable(certificates.items, result.startedAt);
  return candidates.length < 2 ? null : (
    <CertificateList candidates={candidates} chosen={null} choose={choose} disabled={false} />
  );
}
