import type { FactValue } from '../model/facts.ts';
import { parsed, unreadable, type Parsed } from './parsed.ts';

const administrators = 'S-1-5-32-544';
const highLevel = 'S-1-16-12288';
const systemLevel = 'S-1-16-16384';
const localSystem = 'S-1-5-18';

/**
 * Reads `whoami /groups /fo csv /nh` by its SIDs alone, since names and words
 * are translated. Elevated means a high or system integrity level together with
 * the Administrators group: the group alone also stands in a filtered token.
 */
export function parseWhoamiGroups(text: string): Parsed<FactValue<'elevation'>> {
  const sids = new Set(text.match(/\bS-1-\d{1,10}(?:-\d{1,10}){1,15}(?![-\d])/gu));
  if (![...sids].some((sid) => sid.startsWith('S-1-16-'))) {
    return unreadable('no integrity level is among the groups that whoami printed');
  }
  const high = sids.has(highLevel) || sids.has(systemLevel);
  return parsed({
    elevated: high && sids.has(administrators),
    localSystem: sids.has(localSystem) || sids.has(systemLevel),
  });
}
