import { parsed, unreadable, type Parsed } from './parsed.ts';
import { labelledValues } from './sc-queryex.ts';

/** By the numbers that `sc qc` prints (MS: QUERY_SERVICE_CONFIG), in the words of PowerShell. */
const startModes = ['Boot', 'System', 'Automatic', 'Manual', 'Disabled'] as const;

/** Reads `sc qc NAME`: how the service starts. Fields are known by position: name, TYPE, START_TYPE with its number. */
export function parseScStartMode(text: string): Parsed<string> {
  const [name = '', type = '', start = ''] = labelledValues(text);
  const mode = startModes[Number(/^\d+/u.exec(start)?.[0] ?? Number.NaN)];
  if (name === '' || !/^[0-9a-f]+\b/iu.test(type) || mode === undefined) {
    return unreadable('the text is not what sc qc prints');
  }
  return parsed(mode);
}

/** A block of a service has this many labelled lines at least; what stands before the first block has one. */
const fewestLines = 7;

/** Reads `sc enumdepend NAME`: the services that need this one, running or not. */
export function parseScDependents(text: string): Parsed<string[]> {
  const blocks = text.split(/\r?\n\s*\r?\n/u).map(labelledValues);
  const [count = ''] = /=\s*\d+/u.exec(text) ?? [];
  const names = blocks.filter((block) => block.length >= fewestLines).map(([name = '']) => name);
  const expected = Number(count.replace(/\D/gu, ''));
  if (count === '' || names.length !== expected) return unreadable('the text is not what sc enumdepend prints');
  return parsed(names);
}
