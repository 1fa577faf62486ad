import { parsed, unreadable, type Parsed } from './parsed.ts';
import { createXmlReader } from './xml-events.ts';

export interface PoolState {
  name: string;
  /** `Started`, `Stopped`, `Starting`, `Stopping`, or `Unknown` while nobody answers for it. */
  state: string;
}

/** Reads `appcmd list apppool /xml`: the application pools and how they run. */
export function parseAppcmdPools(text: string): Parsed<PoolState[]> {
  const pools: PoolState[] = [];
  let isList = false;
  const xml = createXmlReader(({ name, attributes }, ancestors) => {
    const parent = ancestors.at(-1)?.name;
    if (parent === undefined && name === 'appcmd') isList = true;
    const pool = attributes['APPPOOL.NAME'];
    if (name === 'APPPOOL' && parent === 'appcmd' && pool !== undefined) {
      pools.push({ name: pool, state: attributes['state'] ?? 'Unknown' });
    }
  });
  xml.write(text);
  const problem = xml.close();
  if (problem !== null) return unreadable(`not well-formed XML: ${problem}`);
  return isList ? parsed(pools) : unreadable('the text is not what appcmd prints with /xml');
}
