import { list, section, table } from '../../report/html/parts.ts';
import { htmlFile } from '../../report/html/shell.ts';
import { style } from '../../report/html/style.ts';
import { day } from '../../map/day.ts';
import { markup, Markup } from '../../report/markup.ts';
import { utc } from '../../report/time.ts';
import { oneLine } from '../../report/visible.ts';
import { daysLeft } from '../expiry.ts';
import type { Fleet } from '../fleet.ts';
import { ownerWords } from '../roll-up.ts';
import type { FleetServer } from '../server.ts';
import { barsSvg } from './bars.ts';
import { monthsSvg } from './months.ts';

const css = Markup.ours(`${style}
body { max-width: 1080px; }
.chart { display: block; width: 100%; max-width: 680px; height: auto; margin: 8px 0; font: 12px "Segoe UI", Arial, sans-serif; }
.chart text { fill: var(--ink); }
.chart text.small { font-size: 9px; }
.chart .bar { fill: var(--accent); }
.chart .bar.ended { fill: var(--broken); }
.chart .axis { stroke: var(--line); fill: none; }
.state { font-weight: 600; }
.state.failing { color: var(--broken); }
.state.healthy { color: var(--sound); }
.state.incomplete { color: var(--unknown); }
`);

/** More lines help nobody on a page; the JSON has all of them. */
const mostRefused = 500;

/** A fleet as one HTML file: pictures and tables, no scripts, nothing loaded; every value is escaped. */
export function fleetHtml(fleet: Fleet): string {
  const { counts, readAt, problem } = fleet;
  return htmlFile(
    markup`Package servers: ${counts.servers} servers`,
    css,
    markup`<header>
<h1>Package servers: ${counts.failing} of ${counts.servers} failing</h1>
<p class="soft">Whether HTTPS codebases can be published (Broadcom KB172128). ${oneLine(fleet.folder)}, read ${utc(readAt)} by Package Server Doctor ${fleet.product.version}.</p>
</header>
<main>
<p>${counts.failing} failing, ${counts.incomplete} incomplete, ${counts.healthy} healthy. ${counts.files} files: ${counts.superseded} older results, ${counts.refused} not read.</p>
${problem !== null && markup`<p><strong>${problem}</strong></p>`}
${causesSection(fleet)}
${commonSection(fleet)}
${expirySection(fleet)}
${versionsSection(fleet)}
${serversSection(fleet)}
${refusedSection(fleet)}
</main>`,
  );
}

function causesSection({ byCause, byFinding, repairs }: Fleet): Markup {
  const causes = byCause.map(({ cause, servers }) => ({ value: cause, servers }));
  return section('Causes', 'causes', [
    causes.length > 0 && barsSvg('causes-chart', 'Servers by cause', causes),
    table(
      'Servers by cause',
      ['Cause', 'Servers', 'Confirmed', 'Likely', 'Possible', 'What it is'],
      byCause.map((row) => [row.cause, row.servers, row.confirmed, row.likely, row.possible, row.title]),
    ),
    table(
      'Checks that do not pass, by servers',
      ['Check', 'Failing', 'Warning', 'Not run'],
      byFinding.map(({ finding, fail, warn, notRun }) => [finding, fail, warn, notRun]),
    ),
    repairs.length > 0 &&
      table(
        'Newest repair',
        ['Repair', 'Outcome', 'Servers'],
        repairs.map(({ repair, outcome, servers }) => [repair, outcome, servers]),
      ),
  ]);
}

function commonSection({ groups, ties }: Fleet): Markup {
  const shared = groups.flatMap(({ cause, servers, shared: all }) =>
    all.map(
      (each) =>
        markup`<strong>${cause}</strong>: ${each.servers} of ${servers.length} have the same ${each.what}: ${each.value}. Of the servers without this cause ${each.others} have it. ${each.suggests}`,
    ),
  );
  const items = [...shared, ...ties.map(({ words }) => markup`${words}`)];
  return section('What they have in common', 'common', [
    list(items) ?? markup`<p>Nothing that stands out.</p>`,
    markup`<p class="soft">What something suggests is inferred from the servers in this list, and only possible.</p>`,
  ]);
}

function expirySection({ byExpiry, byMonth, readAt }: Fleet): Markup {
  return section('Certificates end', 'expiry', [
    monthsSvg(byMonth, readAt),
    table(
      `By the clock of the computer that read the results, ${utc(readAt)}`,
      ['Within', 'Servers'],
      byExpiry.map(({ value, servers }) => [value, servers]),
    ),
  ]);
}

function versionsSection({ byOwner, byVersion }: Fleet): Markup {
  const tables = { 'Owner of the record': byOwner, Agent: byVersion.agent, 'Build of Windows': byVersion.windows };
  return section(
    'Owners and versions',
    'versions',
    Object.entries({ ...tables, 'Package Server Doctor': byVersion.product }).map(([caption, counted]) =>
      table(
        caption,
        ['Value', 'Servers'],
        counted.map(({ value, servers }) => [value, servers]),
      ),
    ),
  );
}

const serversSection = ({ servers, readAt }: Fleet): Markup =>
  section(
    'Servers',
    'servers',
    table(
      'The newest result of each',
      ['Server', 'State', 'Causes', 'Before', 'Repair', 'Owner', 'Certificate ends', 'Diagnosed'],
      servers.map((server) => serverCells(server, readAt)),
    ),
  );

function serverCells(server: FleetServer, now: string) {
  const { state, causes, before, repair, certificate, at, clockNote } = server;
  const named = (of: FleetServer['causes']) => of.map(({ id }) => id).join(', ');
  return [
    server.server,
    markup`<span class="state ${state}">${state}</span>`,
    named(causes),
    before === null ? '' : `${before.state}: ${named(before.causes)}`,
    repair === null ? '' : `${repair.repair}: ${repair.outcome}`,
    ownerWords(server),
    certificate === null ? 'not known' : `${day(certificate.notAfter)} (${daysLeft(certificate.notAfter, now)} days)`,
    [utc(at), clockNote !== null && markup`<br><span class="small">${clockNote}</span>`],
  ];
}

function refusedSection({ refused }: Fleet): Markup | null {
  if (refused.length === 0) return null;
  const more = refused.length - mostRefused;
  return section('Not read', 'refused', [
    table(
      'Files that are in no row above',
      ['File', 'Reason', 'In words'],
      refused.slice(0, mostRefused).map(({ file, reason, words }) => [file, reason, words]),
    ),
    more > 0 && markup`<p>And ${more} more: the JSON lists all.</p>`,
  ]);
}
