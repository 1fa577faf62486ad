import type { FactValue } from '../model/facts.ts';
import { parsed, unreadable, type Parsed } from './parsed.ts';
import { parseRegQuery, readNumber } from './reg-query.ts';

/** Reads `reg query …\InetStp\Components` (MS: discover-installed-components): 1 is installed. */
export function parseIisComponents(text: string): Parsed<FactValue<'iisFeatures'>> {
  const key = parseRegQuery(text).find(({ path }) => /\\InetStp\\Components$/iu.test(path));
  if (key === undefined) return unreadable('the text does not show the key InetStp\\Components');
  const components: Record<string, boolean> = {};
  for (const { name } of key.values.values()) {
    const value = readNumber(key, name);
    if (value !== null && name !== '__proto__') components[name] = value !== 0;
  }
  return parsed({ components });
}
