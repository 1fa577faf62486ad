/** One event of the agent's log as it stands, from an excerpt. */
export interface LogEvent {
  /** As written; empty when it has none, and for text outside any event. */
  date: string;
  /** 1 error, 2 warning, 4 information; 0 when it is not said. */
  severity: number;
  text: string;
  /** Where the text begins. */
  at: number;
}

const boundary = /<event(?=\s)|<\/event>/gu;
const attribute = /([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;

/** No header is nearly as long; what is longer is no event. */
const longestHeader = 2000;

/** Without the end of the CDATA, which can be cut off. */
const withoutEnd = (text: string): string => {
  const trimmed = text.trimEnd();
  const end = [']]>', ']]'].find((one) => trimmed.endsWith(one)) ?? '';
  return trimmed.slice(0, trimmed.length - end.length).trimEnd();
};

function attributesOf(header: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', double, single] of header.matchAll(attribute)) {
    found.set(name.toLowerCase(), double ?? single ?? '');
  }
  return found;
}

function readEvent(body: string, from: number): LogEvent {
  const close = body.indexOf('>');
  const header = attributesOf(body.slice(0, Math.min(Math.max(close, 0), longestHeader)));
  const opening = /^\s*(?:<!\[CDATA\[)?\s*/u.exec(body.slice(close + 1))?.[0] ?? '';
  const start = close + 1 + opening.length;
  const text = withoutEnd(body.slice(start));
  const severity = Number(header.get('severity') ?? 0);
  return {
    date: header.get('date') ?? '',
    severity: Number.isInteger(severity) ? severity : 0,
    text,
    at: from + start,
  };
}

/**
 * The events of a log, which is no well-formed XML: many roots, quotes of either
 * kind, CDATA on the same or the next line, the last one cut off. What stands
 * outside an event is given too, without date and severity.
 */
export function* readEvents(text: string): Generator<LogEvent> {
  let from = 0;
  let within = false;
  for (const { 0: tag, index } of [...text.matchAll(boundary), { 0: '', index: text.length }]) {
    const body = text.slice(from, index);
    if (within) yield readEvent(body, from);
    else if (body.trim() !== '') yield { date: '', severity: 0, text: body.trimEnd(), at: from };
    within = tag.startsWith('<e');
    from = index + tag.length;
  }
}
