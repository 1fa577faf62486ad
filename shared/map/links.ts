import { shortThumbprint } from '../httpsys/thumbprint.ts';
import { storeOf } from '../rules/store.ts';
import { mapWords } from './words.ts';
import { byOwnName, type ChainFacts } from './chain-facts.ts';
import { servedBy, type NodeId, type Soundness } from './nodes.ts';

/** How two places of the chain agree. A broken link says what they disagree about, unless a box says it already. */
export interface MapLink {
  from: NodeId;
  to: NodeId;
  state: Soundness;
  words: string | null;
}

const sound = (from: NodeId, to: NodeId): MapLink => ({ from, to, state: 'sound', words: null });
const broken = (from: NodeId, to: NodeId, words: string | null): MapLink => ({ from, to, state: 'broken', words });
const unknown = (from: NodeId, to: NodeId): MapLink => ({ from, to, state: 'unknown', words: null });

/** The four links between neighbours, and one more where HTTP.SYS names a certificate that its store does not hold. */
export function links(facts: ChainFacts): MapLink[] {
  const { record, recordCertificate } = facts;
  const dangling =
    record?.thumbprint && recordCertificate === null
      ? [
          broken(
            'httpSys',
            'certificate',
            mapWords.pointsToNothing(shortThumbprint(record.thumbprint), storeOf(record)),
          ),
        ]
      : [];
  return [
    requestToWire(facts),
    wireToHttpSys(facts),
    httpSysToBinding(facts),
    bindingToCertificate(facts),
    ...dangling,
  ];
}

function requestToWire(facts: ChainFacts): MapLink {
  const asked = byOwnName(facts);
  if (asked.some(({ http }) => http !== null)) return sound('request', 'wire');
  if (asked.length === 0 || asked.some(({ outcome }) => outcome === 'completed')) return unknown('request', 'wire');
  return broken('request', 'wire', null);
}

function wireToHttpSys({ attempts, record, recordCertificate }: ChainFacts): MapLink {
  const served = servedBy(attempts ?? []);
  if (served.length === 0) {
    return record === null || recordCertificate === null ? broken('wire', 'httpSys', null) : unknown('wire', 'httpSys');
  }
  if (record?.thumbprint == null) return unknown('wire', 'httpSys');
  return served.every((thumbprint) => thumbprint === record.thumbprint)
    ? sound('wire', 'httpSys')
    : broken('wire', 'httpSys', mapWords.servesOther);
}

function httpSysToBinding({ record, shown }: ChainFacts): MapLink {
  if (record === null) return broken('httpSys', 'binding', mapWords.iisHasNone);
  if (!shown?.certificate || record.thumbprint === null) return unknown('httpSys', 'binding');
  return shown.certificate === record.thumbprint
    ? sound('httpSys', 'binding')
    : broken('httpSys', 'binding', mapWords.iisShows(shortThumbprint(shown.certificate)));
}

function bindingToCertificate({ shown, shownInStore, expected, certificate }: ChainFacts): MapLink {
  if (shownInStore === false) return broken('binding', 'certificate', mapWords.shownInNoStore);
  if (shown?.certificate && shownInStore) return sound('binding', 'certificate');
  // IIS's view is empty where HTTP.SYS has no record: then only the store can say which one is meant.
  return expected !== null && certificate ? sound('binding', 'certificate') : unknown('binding', 'certificate');
}
