import { endpointKey, formatEndpoint } from '../httpsys/endpoint.ts';
import { recordsByEndpoint } from '../httpsys/record-index.ts';
import { shortThumbprint } from '../httpsys/thumbprint.ts';
import type { HttpSysRecord } from '../model/facts/httpsys.ts';
import { defineRule, type Verdict } from './rule.ts';
import { servingOf, servingRecords } from './serving.ts';
import { sameStore, storeOf } from './store.ts';
import { listOf, paragraphs } from './words.ts';
import { decide, type Words } from './decide.ts';

export const httpsysDrift = defineRule({
  id: 'httpsys.drift',
  title: 'Do HTTP.SYS as it runs and HTTP.SYS as the registry holds it agree?',
  kb: ['KB172128'],
  needs: { all: ['httpSysLive', 'httpSysRegistry', 'iisConfig'], any: [] },
  concludes: {
    pass: 'Both hold the same records.',
    info: 'They differ in options only, or a masked hash elsewhere cannot be compared.',
    warn: 'They differ on an endpoint that is not of this site.',
    fail: 'They differ on an endpoint of this site, or on a record that serves it.',
  },
  decisive: false,
  judge({ httpSysLive, httpSysRegistry, iisConfig }, context) {
    const live = recordsByEndpoint(httpSysLive.records);
    const kept = recordsByEndpoint(httpSysRegistry.records);
    const ours = new Set(
      servingOf(iisConfig, httpSysLive, context).flatMap((serving) =>
        [serving.site.endpoint, ...servingRecords(serving).map(({ endpoint }) => endpoint)].map(endpointKey),
      ),
    );
    const differences = [...new Set([...live.keys(), ...kept.keys()])].flatMap((key) => {
      const found = compare(live.get(key), kept.get(key));
      return found ? [{ ...found, ours: ours.has(key) }] : [];
    });
    return decide(differences.map(verdict)) ?? agree(live.size);
  },
});

interface Difference {
  endpoint: string;
  kind: 'record' | 'unreadable' | 'flags';
  words: string;
}

function compare(live?: HttpSysRecord, kept?: HttpSysRecord): Difference | null {
  const endpoint = formatEndpoint((live ?? kept)!.endpoint);
  const record = (words: string): Difference => ({ endpoint, kind: 'record', words });
  if (!kept) return record(`netsh shows a record for ${endpoint}, the registry holds none`);
  if (!live) return record(`the registry holds a record for ${endpoint}, netsh shows none`);
  const readable = live.thumbprintReadable && kept.thumbprintReadable;
  if (readable && live.thumbprint !== kept.thumbprint) {
    const [now, then] = [live, kept].map(({ thumbprint }) => (thumbprint ? shortThumbprint(thumbprint) : 'none'));
    return record(`for ${endpoint} netsh shows the certificate ${now}, the registry holds ${then}`);
  }
  if (!sameStore(storeOf(live), storeOf(kept))) {
    return record(`for ${endpoint} netsh shows the store ${storeOf(live)}, the registry holds ${storeOf(kept)}`);
  }
  if (live.appId !== kept.appId) return record(`for ${endpoint} the application ids differ`);
  if (!readable) return { endpoint, kind: 'unreadable', words: `the certificate of ${endpoint} is masked` };
  const flags = [...new Set([...Object.keys(live.flags), ...Object.keys(kept.flags)])];
  const differ = flags.filter((flag) => live.flags[flag] !== kept.flags[flag]);
  if (differ.length === 0) return null;
  return { endpoint, kind: 'flags', words: `for ${endpoint} these options differ: ${listOf(differ)}` };
}

function verdict({ endpoint, kind, words, ours }: Difference & { ours: boolean }): Words {
  if (kind === 'unreadable') {
    const summary = `The certificate of ${endpoint} cannot be compared: its hash is masked.`;
    return ours
      ? { status: 'notRun', reason: 'unsupported', summary, detail: `${summary} Ask for the unmasked listing.` }
      : { status: 'info', summary, detail: summary };
  }
  if (kind === 'flags') {
    return {
      status: 'info',
      summary: `HTTP.SYS and the registry agree on the certificates, but not on every option of ${endpoint}.`,
      detail: `Seen: ${words}.`,
    };
  }
  return {
    status: ours ? 'fail' : 'warn',
    summary: ours
      ? `HTTP.SYS and the registry disagree on ${endpoint}: a restart changes what is served.`
      : `HTTP.SYS and the registry disagree on ${endpoint}, which is not an endpoint of this site.`,
    detail: paragraphs(
      `Seen: ${words}.`,
      'HTTP.SYS reads its records from the registry when Windows starts, so what works now may be gone after a reboot, and the other way round; KB172128 describes HTTPS that fails again after a reboot.',
      ours ? 'Write the record anew, so that both hold the same, and look at both again.' : '',
    ),
    ...(ours ? { repairs: ['rebind-certificate' as const] } : {}),
  };
}

const agree = (count: number): Verdict => ({
  status: 'pass',
  summary: 'HTTP.SYS and the registry hold the same records.',
  detail: `netsh and the registry agree on all ${count} records: certificate, store, application id and options.`,
});
