import { parseSslcertListing } from '../../shared/parsers/netsh-sslcert.ts';
import { parsed, unreadable } from '../../shared/parsers/parsed.ts';
import { askCommand } from './ask-command.ts';
import type { Probe } from './probe.ts';
import { whole } from './registry-key.ts';

const timeoutMs = 30_000;

export const httpSysLiveProbe: Probe<'httpSysLive'> = {
  fact: 'httpSysLive',
  title: 'HTTP.SYS certificate records now (netsh)',
  timeoutMs,
  ask: (host, context) =>
    askCommand(
      host,
      context,
      { name: 'netsh.http.show.sslcert', tool: 'netsh', args: ['http', 'show', 'sslcert'], timeoutMs },
      // A record that is missing only because the text ends must not look like one that HTTP.SYS does not have.
      whole((text) => {
        const listing = parseSslcertListing(text);
        if (!listing.ok) return listing;
        return listing.value.complete
          ? parsed({ records: listing.value.records })
          : unreadable('the listing is cut off');
      }),
    ),
};
