import type { FindingId } from '../../../shared/model/finding.ts';
import { areaOf, type Area } from '../../text/findings.ts';

/** The source that a reader wants to see first, by how its answers' names begin. */
const first: Partial<Record<Area, string[]>> = {
  host: ['whoami'],
  iis: ['appcmd', 'file'],
  httpsys: ['netsh', 'reg'],
  cert: ['netsh', 'powershell'],
  tls: ['tls'],
};

/** Names of answers, those that speak most plainly about the finding first; the others keep their order. */
export function mostTelling(names: readonly string[], id: FindingId): string[] {
  const wanted = first[areaOf(id)] ?? [];
  const rank = (name: string) => {
    const place = wanted.findIndex((start) => name.startsWith(start));
    return place < 0 ? wanted.length : place;
  };
  return [...names].sort((a, b) => rank(a) - rank(b));
}
