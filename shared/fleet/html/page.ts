import { list, section, table } from '../../report/html/parts.ts';
import { htmlFile } from '../../report/html/shell.ts';
import { style } from '../../report/html/style.ts';
import { markup, Markup } from '../../report/markup.ts';
import { utc } from '../../report/time.ts';
import { oneLine } from '../../report/visible.ts';
import { rules } from '../../rules/catalogue.ts';
import { causesOf, failingWith, type Fleet, type Refusal } from '../fleet.ts';
import { missingWords, oldWords, besideWords, olderOf } from '../words.ts';
import { barsSvg } from './bars.ts';
import { monthsSvg } from './months.ts';
import { serversSection } from './servers.ts';

const css = Markup.ours(`${style}
body { max-width: 1280px; }
/* A column is as wide as its longest word: names and states are not broken while there is room. */
td, th { overflow-wrap: break-word; }
td:not(:last-child) { padding-right: 14px; }
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
.old { color: var(--warn); }
.note { max-width: 240px; }
`);

/** More lines help nobody on a page; the JSON has all of them. */
const mostFiles = 500;

/** A fleet as one HTML file: pictures and tables, no scripts, nothing loaded; every value is escaped. */
export function fleetHtml(fleet: Fleet): string {
  const { counts, readAt, problem } = fleet;
  const [missing, old] = [missingWords(fleet.expected), oldWords(counts.old)];
  return htmlFile(
    markup`Package servers: ${counts.servers} servers`,
    css,
    markup`<header>
<h1>Package servers: ${counts.failing} of ${counts.servers} failing</h1>
<p class="soft">Whether HTTPS codebases can be published (Broadcom KB172128). ${oneLine(fleet.folder)}, read ${utc(readAt)} by Package Server Doctor ${fleet.product.version}.</p>
</header>
<main>
<p>${counts.failing} failing, ${counts.incomplete} incomplete, ${counts.healthy} healthy. ${counts.files} files: ${olderOf(counts)} older results, ${counts.refused} not read${besideWords(counts)}.</p>
${missing !== null && markup`<p><strong>${missing}</strong></p>`}
${old !== null && markup`<p><strong class="old">${old}</strong></p>`}
${problem !== null && markup`<p><strong>${problem}</strong></p>`}
${missingSection(fleet)}
${refusedSection(fleet)}
${causesSection(fleet)}
${commonSection(fleet)}
${expirySection(fleet)}
${versionsSection(fleet)}
${serversSection(fleet)}
${othersSection(fleet)}
</main>`,
  );
}

function missingSection({ expected }: Fleet): Markup | null {
  if (expected === null || expected.missing.length === 0) return null;
  const rows = expected.missing.map(({ server, words }) => [server, words]);
  return section('Without a result', 'missing', table('Servers that were expected', ['Server', 'In words'], rows));
}

function causesSection(fleet: Fleet): Markup {
  const { byFinding, repairs } = fleet;
  const byCause = causesOf(fleet);
  const causes = byCause.map(({ cause, servers }) => ({ value: cause, servers }));
  return section('Causes', 'causes', [
    causes.length > 0 && barsSvg('causes-chart', 'Servers by cause', causes),
    table(
      'Servers by cause',
      ['Cause', 'Servers', 'Of them failing', 'Confirmed', 'Likely', 'Possible', 'What it is'],
      byCause.map(({ cause, servers, confirmed, likely, possible, title }) => [
        cause,
        servers,
        failingWith(fleet, cause),
        confirmed,
        likely,
        possible,
        title,
      ]),
    ),
    table(
      'Checks that do not pass, by servers',
      ['Check', 'What it asks', 'Failing', 'Warning', 'Not run'],
      byFinding.map(({ finding, fail, warn, notRun }) => [finding, askedBy(finding), fail, warn, notRun]),
    ),
    repairs.length > 0 &&
      table(
        'Newest repair',
        ['Repair', 'Outcome', 'Servers'],
        repairs.map(({ repair, outcome, servers }) => [repair, outcome, servers]),
      ),
  ]);
}

/** The question of a check, which a newer version may know more of. */
const askedBy = (finding: string): string => rules.find(({ id }) => id === finding)?.title ?? '';

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

function refusedSection({ refused }: Fleet): Markup | null {
  if (refused.length === 0) return null;
  return section('Not read', 'refused', filesTable('Files that are in no row of this list', refused));
}

function othersSection({ others }: Fleet): Markup | null {
  if (others.length === 0) return null;
  return section('Other files', 'others', filesTable('No results, and nothing is missed with them', others));
}

function filesTable(caption: string, files: readonly Refusal[]): Markup[] {
  const more = files.length - mostFiles;
  const rows = files.slice(0, mostFiles).map(({ file, reason, words }) => [file, reason, words]);
  return [
    table(caption, ['File', 'Reason', 'In words'], rows),
    ...(more > 0 ? [markup`<p>And ${more} more: the JSON lists all.</p>`] : []),
  ];
}
