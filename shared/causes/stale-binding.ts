import type { FindingId } from '../model/finding.ts';
import type { CauseContext, CauseRule } from './cause-rule.ts';
import { candidateCount, servingRecordsOf, type ServingRecord } from './fact-view.ts';

/**
 * The article's main case (KB172128): HTTP.SYS has a record, but its certificate
 * is gone from the store, is not the one that the site should have, or does not
 * fit any more, while a certificate that does is on the machine.
 */
export const staleBinding: CauseRule = {
  id: 'stale-binding',
  title: 'HTTP.SYS holds an old certificate for the HTTPS binding that IIS shows',
  explain(context) {
    const records = servingRecordsOf(context);
    const candidates = candidateCount(context);
    if (records.length === 0 || candidates === 0) return null;
    const ofRecord = failing(context, ['cert.present', 'cert.validity', 'cert.name']);
    if (ofRecord.length === 0 && !records.some(differs)) return null;

    const wire = ofWire(context, records, ofRecord);
    const because = [...ofRecord, ...wire.because];
    // Another program than IIS wrote the record: then IIS is not stale, it was overwritten.
    const owner = context.finding('httpsys.owner')?.status === 'warn' ? (['httpsys.owner'] as const) : [];
    const unproven = candidates === null || wire.against.length > 0;
    return {
      likelihood: unproven ? 'possible' : wire.confirms ? 'confirmed' : 'likely',
      because: because.length > 0 ? because : ['httpsys.record'],
      against: [...owner, ...wire.against],
      remedies: ['rebind-certificate', 'refresh-packages'],
      advice:
        'Select the certificate of the binding anew, so that HTTP.SYS gets its hash, then refresh all packages (first remedy of KB172128).',
    };
  },
};

const differs = ({ record, expected }: ServingRecord): boolean =>
  record.thumbprint !== null && expected !== null && record.thumbprint !== expected.thumbprint;

const failing = (context: CauseContext, ids: readonly FindingId[]): FindingId[] =>
  ids.filter((id) => context.finding(id)?.status === 'fail');

interface Wire {
  because: FindingId[];
  against: FindingId[];
  confirms: boolean;
}

/**
 * What the handshakes, a source of their own, say to it. A certificate that is
 * in no store cannot be served; one that is old but there, is.
 */
function ofWire(context: CauseContext, records: readonly ServingRecord[], ofRecord: readonly FindingId[]): Wire {
  if (ofRecord.includes('cert.present')) {
    const because = failing(context, ['tls.handshake']);
    const completes = context.finding('tls.handshake')?.status === 'pass';
    return { because, against: completes ? ['tls.handshake'] : [], confirms: because.length > 0 };
  }
  const served = new Set(context.fact('handshakes')?.attempts.map(({ thumbprint }) => thumbprint));
  const servesIt = records.some(({ record }) => record.thumbprint !== null && served.has(record.thumbprint));
  const because = failing(context, ['tls.served', 'tls.handshake']);
  const contradicts = because.includes('tls.served') && !servesIt;
  return contradicts
    ? { because: [], against: ['tls.served'], confirms: false }
    : { because, against: [], confirms: because.includes('tls.served') };
}
