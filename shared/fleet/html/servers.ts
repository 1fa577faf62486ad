import { day } from '../../map/day.ts';
import { section, table } from '../../report/html/parts.ts';
import { markup, type Markup } from '../../report/markup.ts';
import { utc } from '../../report/time.ts';
import { oneLine } from '../../report/visible.ts';
import { ageWords } from '../age.ts';
import { endWords } from '../expiry.ts';
import type { Fleet } from '../fleet.ts';
import { worstFirst } from '../order.ts';
import { ownerWords } from '../roll-up.ts';
import type { FleetServer } from '../server.ts';

/** One row a server, those that fail first. */
export const serversSection = ({ servers, readAt }: Fleet): Markup =>
  section(
    'Servers',
    'servers',
    table(
      'The newest result of each, what fails first',
      ['Server', 'State', 'Causes', 'Repair', 'Before', 'Owner', 'Certificate ends', 'Diagnosed'],
      worstFirst(servers).map((server) => serverCells(server, readAt)),
    ),
  );

function serverCells(server: FleetServer, now: string) {
  const { state, causes, before, repair, certificate } = server;
  const named = (of: FleetServer['causes']) => of.map(({ id }) => line(id));
  return [
    server.server,
    markup`<span class="state ${state}">${state}</span>`,
    named(causes),
    repair === null ? '' : [line(repair.repair), line(repair.outcome)],
    before === null ? '' : [line(before.state), named(before.causes.filter(({ id }) => id !== 'healthy'))],
    ownerWords(server),
    certificate === null ? 'not known' : [line(day(certificate.notAfter)), line(endWords(certificate.notAfter, now))],
    diagnosedCell(server),
  ];
}

/** Ids have hyphens, and are not broken there; what a document says is anything at all, and is not let grow. */
const line = (words: string): Markup => markup`<div class="no-wrap">${oneLine(words, 40)}</div>`;

/** When, and what speaks against it. */
function diagnosedCell(server: FleetServer) {
  const { placedAt, clock, clockNote } = server;
  const age = ageWords(server);
  return [
    line(utc(placedAt)),
    clock === 'file' && line('by the time of the file'),
    age !== null && markup`<div class="small old">${age}</div>`,
    clockNote !== null && markup`<div class="small note">${clockNote}</div>`,
  ];
}
