import type { FactValue } from '../model/facts.ts';
import { parsed, unreadable, type Parsed } from './parsed.ts';
import { createXmlReader, type XmlElement } from './xml-events.ts';

type Event = FactValue<'events'>[number];
interface Open {
  provider: string;
  id: number | null;
  at: string | null;
  data: { name: string; value: string }[];
}

const longestText = 300;

function finish({ provider, id, at, data }: Open): Event[] {
  if (provider === '' || id === null || at === null) return [];
  const endpoint = data.find(({ name }) => name.toLowerCase() === 'endpoint')?.value ?? null;
  const others = data.filter(({ name, value }) => name.toLowerCase() !== 'endpoint' && value !== '');
  const text = others.map(({ name, value }) => (name === '' ? value : `${name}: ${value}`)).join('; ');
  return [{ provider, id, at, endpoint, text: text === '' ? null : text.slice(0, longestText) }];
}

function timeOf({ attributes }: XmlElement): string | null {
  const time = Date.parse(attributes['SystemTime'] ?? '');
  return Number.isFinite(time) ? new Date(time).toISOString() : null;
}

/**
 * Reads `wevtutil qe … /f:xml /e:Events`: events by provider and id, with the
 * endpoint that HTTP.SYS names, and their data. The older kind of event has its id
 * beside a Qualifiers attribute. There is no message text in this form.
 */
export function parseSystemEvents(text: string): Parsed<Event[]> {
  const events: Event[] = [];
  let open: Open | null = null;
  let isList = false;
  const begin = ({ name, attributes }: XmlElement, ancestors: readonly XmlElement[]): void => {
    const parent = ancestors.at(-1)?.name;
    if (name === 'Events' && parent === undefined) isList = true;
    if (name === 'Event') open = { provider: '', id: null, at: null, data: [] };
    if (open === null || parent !== 'System') return;
    if (name === 'Provider') open.provider = attributes['Name'] ?? '';
    if (name === 'TimeCreated') open.at = timeOf({ name, attributes });
  };
  const end = ({ name, attributes }: XmlElement, content: string): void => {
    if (open === null) return;
    if (name === 'EventID') open.id = /^\d{1,6}$/u.test(content.trim()) ? Number(content) : null;
    if (name === 'Data') open.data.push({ name: attributes['Name'] ?? '', value: content.trim() });
    if (name === 'Event') {
      events.push(...finish(open));
      open = null;
    }
  };
  const xml = createXmlReader(begin, end);
  xml.write(text);
  const problem = xml.close();
  if (problem !== null) return unreadable(`not well-formed XML: ${problem}`);
  return isList ? parsed(events) : unreadable('the text is not what wevtutil prints');
}
