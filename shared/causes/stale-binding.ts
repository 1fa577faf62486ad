import type { Certificate } from '../model/facts/tls.ts';
import type { FindingId } from '../model/finding.ts';
import { certificateOf } from '../rules/store.ts';
import type { CauseContext, CauseRule } from './cause-rule.ts';
import { candidatesOf, differs, isForeign, servingRecordsOf, type ServingRecord } from './fact-view.ts';
import { weigh, withStatus } from './weigh.ts';

/** What can be wrong with the certificate of a record while a better one is there. */
const certificateFindings = ['cert.validity', 'cert.name', 'cert.usage', 'cert.chain'] as const;

/**
 * The article's main case (KB172128): HTTP.SYS has a record, but its certificate
 * is gone from the store, is not the one that the site should have, or does not
 * fit any more, while a certificate that does is on the machine.
 */
export const staleBinding: CauseRule = {
  id: 'stale-binding',
  title: 'HTTP.SYS holds an old certificate for the HTTPS binding that IIS shows',
  explain(context) {
    // A record that beats the binding's own is no old one: shadowed-endpoint tells of it.
    const records = servingRecordsOf(context).filter(({ shadows }) => !shadows);
    const candidates = candidatesOf(context);
    if (!records.some((one) => hasBetter(one, candidates))) return null;
    const gone = records.some((one) => isGone(one, context)) ? withStatus(context, ['cert.present'], 'fail') : [];
    const unfit = records.some((one) => isUnfit(one, context)) ? withStatus(context, certificateFindings, 'fail') : [];
    const ofRecord = [...gone, ...unfit];
    if (ofRecord.length === 0 && !records.some(differs)) return null;

    const wire = ofWire(context, records, gone.length > 0);
    const because = [...ofRecord, ...wire.because];
    // Another program than IIS wrote the record: then IIS is not stale, it was overwritten.
    const against: FindingId[] = [...(records.some(isForeign) ? (['httpsys.owner'] as const) : []), ...wire.against];
    const sure = wire.confirms ? weigh([...because, 'tls.handshake'], against) : weigh(because.slice(0, 1), against);
    return {
      likelihood: candidates === null ? 'possible' : sure,
      because: because.length > 0 ? because : ['httpsys.record'],
      against,
      remedies: ['rebind-certificate', 'refresh-packages'],
      advice:
        'Select the certificate of the binding anew, so that HTTP.SYS gets its hash, then refresh all packages (first remedy of KB172128).',
    };
  },
};

/** Whether a certificate that fits could take the place of a record's; it may, where that is not known. */
const hasBetter = ({ record }: ServingRecord, candidates: readonly Certificate[] | null): boolean =>
  candidates === null || candidates.some(({ thumbprint }) => thumbprint !== record.thumbprint);

function certificateIn({ record }: ServingRecord, context: CauseContext): Certificate | undefined {
  const certificates = context.fact('certificates');
  return certificates && certificateOf(certificates, record);
}

const isGone = (one: ServingRecord, context: CauseContext): boolean => certificateIn(one, context) === undefined;

/** Its certificate is there, but does not fit this server or is not trusted, as another one is that could be bound. */
function isUnfit(one: ServingRecord, context: CauseContext): boolean {
  const certificate = certificateIn(one, context);
  const candidates = candidatesOf(context) ?? [];
  if (!certificate) return false;
  const fits = candidates.some(({ thumbprint }) => thumbprint === certificate.thumbprint);
  return candidates.some(
    ({ thumbprint, chain }) =>
      thumbprint !== certificate.thumbprint && (!fits || (certificate.chain === 'untrusted' && chain !== 'untrusted')),
  );
}

interface Wire {
  because: FindingId[];
  against: FindingId[];
  confirms: boolean;
}

/**
 * What the handshakes, a source of their own, say to it. A certificate that is
 * in no store cannot be served; one that is old but there, is.
 */
function ofWire(context: CauseContext, records: readonly ServingRecord[], gone: boolean): Wire {
  if (gone) {
    const because = withStatus(context, ['tls.handshake'], 'fail');
    return { because, against: withStatus(context, ['tls.handshake'], 'pass'), confirms: because.length > 0 };
  }
  const served = new Set(context.fact('handshakes')?.attempts.map(({ thumbprint }) => thumbprint));
  const servesIt = records.some(({ record }) => record.thumbprint !== null && served.has(record.thumbprint));
  const because = withStatus(context, ['tls.served', 'tls.handshake'], 'fail');
  const contradicts = because.includes('tls.served') && !servesIt;
  return contradicts
    ? { because: [], against: ['tls.served'], confirms: false }
    : { because, against: [], confirms: because.includes('tls.served') };
}
