import { shortThumbprint } from '../../httpsys/thumbprint.ts';
import { outcomeWords } from '../../map/words.ts';
import type { Finding } from '../../model/finding.ts';
import type { HandshakeAttempt } from '../../model/facts/tls.ts';
import { compareFindings, compareHandshakes } from '../comparison.ts';
import type { ReportDocument } from '../document.ts';
import { markup, type Markup, type Part } from '../markup.ts';
import { section, statusTag, table } from './parts.ts';

/** The same checks and the same connections before the first repair and at the end. */
export function comparisonSection({ before, result }: ReportDocument): Markup | null {
  if (before === null) return null;
  const { pairs, unchanged } = compareFindings(before, result, []);
  const handshakes = compareHandshakes(before, result);
  return section('Before and after', 'comparison', [
    table(
      `Checks that changed; ${unchanged} stayed as they were`,
      ['Check', 'Before', 'After'],
      pairs.map(({ id, before: was, after: is }) => [markup`<code>${id}</code>`, findingCell(was), findingCell(is)]),
    ),
    handshakes.length > 0 &&
      table(
        'Connections',
        ['Connection', 'Before', 'After'],
        handshakes.map(({ client, address, port, serverName, before: was, after: is }) => [
          markup`<code>${address}:${port}</code> ${serverName === null ? 'no name sent' : `as ${serverName}`} (${client})`,
          handshakeCell(was),
          handshakeCell(is),
        ]),
      ),
  ]);
}

const findingCell = (finding: Finding | undefined): Part =>
  finding === undefined ? 'not asked' : markup`${statusTag(finding.status)} ${finding.summary}`;

function handshakeCell(attempt: HandshakeAttempt | undefined): Part {
  if (attempt === undefined) return 'not asked';
  const { outcome, thumbprint, protocol, http } = attempt;
  const served = thumbprint === null ? [] : [shortThumbprint(thumbprint)];
  return [
    outcomeWords[outcome],
    ...served,
    ...(protocol ?? '').split(' ').filter(Boolean),
    ...(http === null ? [] : [`GET ${http.status}`]),
  ].join(', ');
}
