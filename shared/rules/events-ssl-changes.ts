import type { FactValue } from '../model/facts.ts';
import { defineRule, type Verdict } from './rule.ts';
import { byTime, isHttpEvent, isKeyEvent, siteEvents, type SystemEvent } from './system-events.ts';
import { listOf, paragraphs } from './words.ts';

export const eventsSslChanges = defineRule({
  id: 'events.sslChanges',
  title: 'What does the event log say of certificate records and private keys?',
  kb: ['KB172128', 'KB2025598 (Microsoft)'],
  needs: { all: ['events'], any: [], also: ['iisConfig'] },
  concludes: {
    pass: 'No such event for the ports of the site.',
    info: 'Records were deleted, created or updated: the changes are listed. They name no program.',
    warn: 'The newest event of an endpoint is 15021 (its certificate could not be used), or 15300 (record deleted) and nothing wrote it again.',
  },
  decisive: false,
  judge({ events, iisConfig }) {
    const ofHttpSys = iisConfig ? siteEvents(events, iisConfig) : events.filter(isHttpEvent);
    const ours = byTime([...ofHttpSys.filter(({ id }) => id in meanings), ...events.filter(isKeyEvent)]);
    if (ours.length === 0) {
      return {
        status: 'pass',
        summary: 'The System event log has no change of a certificate record of the site.',
        detail: 'wevtutil shows no such event of HttpEvent for its ports, and none of Schannel about keys.',
      };
    }
    return judgeEvents(ours);
  },
});

/** HttpEvent's events about the records (MS; 15302 from build 15063 on). */
const meanings: Readonly<Record<number, string>> = {
  15021: 'the certificate could not be used',
  15300: 'record deleted',
  15301: 'record created',
  15302: 'record updated',
};

const eventText = ({ id, at, endpoint }: SystemEvent): string =>
  `${at.slice(0, 19).replace('T', ' ')} ${endpoint ?? 'Schannel'}: ${meanings[id] ?? 'a private key could not be used'} (${id})`;

function judgeEvents(events: readonly SystemEvent[]): Verdict {
  const newest = new Map<string, FactValue<'events'>[number]>();
  for (const event of events.filter(isHttpEvent)) newest.set(event.endpoint ?? '', event);
  const bad = [...newest.values()].filter(({ id }) => id === 15021 || id === 15300);
  const latest = events.slice(-6).map(eventText);
  const seen = `The newest of ${events.length} (UTC): ${latest.join('; ')}.`;
  if (bad.length === 0) {
    return {
      status: 'info',
      summary: `The System event log has ${events.length} events about certificate records or keys of the site.`,
      detail: paragraphs(seen, 'They tell what and when, never which program.'),
    };
  }
  return {
    status: 'warn',
    summary: `The newest event of ${listOf(bad.map(({ endpoint }) => endpoint ?? 'an endpoint'))} is: ${listOf(bad.map(({ id }) => `${meanings[id]} (${id})`))}.`,
    detail: paragraphs(
      seen,
      'A record that is deleted and not written again leaves the binding without a certificate; a certificate that cannot be used does as well. The events name no program.',
      'Compare the times with restarts of Windows, of the agent, and with the arrival of policies.',
    ),
  };
}
