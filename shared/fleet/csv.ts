import { ageWords } from './age.ts';
import { daysLeft } from './expiry.ts';
import type { Fleet } from './fleet.ts';
import { ownerWords } from './roll-up.ts';
import type { FleetServer } from './server.ts';

const columns: readonly [string, (server: FleetServer, now: string) => string | number | null][] = [
  ['server', ({ server }) => server],
  ['state', ({ state }) => state],
  ['causes', ({ causes }) => causes.map(({ id }) => id).join(' ')],
  ['likelihood', ({ causes }) => causes.map(({ likelihood }) => likelihood).join(' ')],
  ['failing', ({ findings }) => findings.fail.join(' ')],
  ['warnings', ({ findings }) => findings.warn.join(' ')],
  ['not run', ({ findings }) => findings.notRun.join(' ')],
  ['state before', ({ before }) => before && before.state],
  ['causes before', ({ before }) => before && before.causes.map(({ id }) => id).join(' ')],
  ['repair', ({ repair }) => repair && repair.repair],
  ['outcome', ({ repair }) => repair && repair.outcome],
  ['diagnosed at', ({ placedAt }) => placedAt],
  ['age', ageWords],
  ["by the server's clock", ({ at }) => at],
  ['newest by the clock of', ({ clock }) => clock],
  ['clock note', ({ clockNote }) => clockNote],
  ['product version', ({ versions }) => versions.product],
  ['agent version', ({ versions }) => versions.agent],
  ['Windows build', ({ versions }) => versions.windows],
  ['owner of the record', ownerWords],
  ['application id', ({ owner }) => owner && owner.appId],
  ['thumbprint in the record', ({ bound }) => bound],
  ['certificate', ({ certificate }) => certificate && certificate.thumbprint],
  ['certificate subject', ({ certificate }) => certificate && certificate.subject],
  ['certificate ends', ({ certificate }) => certificate && certificate.notAfter],
  ['days left', ({ certificate }, now) => certificate && daysLeft(certificate.notAfter, now)],
  ['file', ({ file }) => file],
];

/** What a spreadsheet would take for a formula, with the full-width twins of the signs (OWASP, CSV injection). */
const formula = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/u;

/** A cell as RFC 4180 has it; one that a spreadsheet would compute gets an apostrophe in front. */
export function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Of a server without a result only the name is known. */
function missing(head: string, server: string): string | null {
  if (head === 'state') return 'no result';
  return head === 'server' ? server : null;
}

/** One line a server, with a byte order mark, so that Excel reads it as UTF-8. */
export function fleetCsv({ servers, readAt, expected }: Pick<Fleet, 'servers' | 'readAt' | 'expected'>): string {
  const lines = [
    columns.map(([head]) => head),
    ...servers.map((server) => columns.map(([, cell]) => cell(server, readAt))),
    ...(expected?.missing ?? []).map(({ server }) => columns.map(([head]) => missing(head, server))),
  ];
  return `\ufeff${lines.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')}`;
}
