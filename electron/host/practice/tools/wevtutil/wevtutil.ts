import type { SystemEvent } from '../../model/windows.ts';
import { quoted as q } from '../../xml.ts';
import { lines, type Tool, type ToolContext } from '../tool.ts';
import { parseQuery } from './query.ts';

/** `wevtutil qe System "/q:XPATH" /f:xml [/rd:true] [/c:N] [/e:ROOT]`, in the ANSI code page. */
export const wevtutil: Tool = (context, args) => {
  const { world, language, now } = context;
  const encoding = `windows-${language.ansiPage}`;
  const [verb, log, ...rest] = args;
  const options = new Map(
    rest.map((arg) => [arg.slice(1).split(':', 1)[0]?.toLowerCase() ?? '', arg.slice(arg.indexOf(':') + 1)]),
  );
  if (verb?.toLowerCase() !== 'qe' || log?.toLowerCase() !== 'system') {
    return {
      exitCode: 15007,
      err: lines('Failed to read events.', 'The specified channel could not be found.'),
      encoding,
    };
  }
  const matches = parseQuery(options.get('q') ?? '*');
  if (matches === undefined) {
    return { exitCode: 15001, err: lines('Failed to read events.', 'The specified query is invalid.'), encoding };
  }
  const found = world.events
    .map((event, index) => ({ event, id: 1000 + index }))
    .filter(({ event }) => matches(event, now));
  if (options.get('rd') === 'true') found.reverse();
  const shown = found.slice(0, Number(options.get('c') ?? found.length));
  const root = options.get('e');
  const body = shown.map(({ event, id }) => eventXml(context, event, id));
  const all = root === undefined ? body : [`<${root}>`, ...body, `</${root}>`];
  return { exitCode: 0, out: lines(...all), encoding };
};

const guids: Readonly<Record<string, string>> = {
  'Microsoft-Windows-HttpEvent': '{7b6bc78c-898b-4170-bbf8-1a469ea43fc5}',
  Schannel: '{1f678132-5938-4686-9fdc-c8ff68f15c85}',
  'Microsoft-Windows-Kernel-General': '{a68ca8b7-004f-d7b6-a698-07e2de0f1f5d}',
};

/** Provider and id are numbers and names in every language; the text of an event is not in this form at all. */
function eventXml(
  { world: { windows } }: ToolContext,
  { at, provider, id, level, data }: SystemEvent,
  record: number,
): string {
  const guid = guids[provider];
  // Events of the older kind carry the upper half of their id apart.
  const eventId = guid === undefined ? `<EventID Qualifiers='32768'>${id}</EventID>` : `<EventID>${id}</EventID>`;
  const name = guid === undefined ? `Name=${single(provider)}` : `Name=${single(provider)} Guid=${single(guid)}`;
  const values = data.map((one) => `<Data Name=${single(one.name)}>${escaped(one.value)}</Data>`).join('');
  return (
    `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider ${name}/>${eventId}` +
    `<Version>0</Version><Level>${level}</Level><Task>0</Task><Opcode>0</Opcode><Keywords>0x8000000000000000</Keywords>` +
    `<TimeCreated SystemTime='${at.slice(0, -1)}0000Z'/><EventRecordID>${record}</EventRecordID><Correlation/>` +
    `<Execution ProcessID='4' ThreadID='248'/><Channel>System</Channel><Computer>${escaped(windows.fqdn)}</Computer><Security/>` +
    `</System><EventData>${values}</EventData></Event>`
  );
}

const escaped = (text: string) => q(text).slice(1, -1);
const single = (text: string) => `'${escaped(text).replaceAll("'", '&apos;')}'`;
