import type { Finding, FindingStatus } from '../../../shared/model/finding.ts';
import { areaOf, type Area } from '../../text/findings.ts';
import { statusOrder } from './order.ts';

/** The findings of one status, by the part of the server that they speak of. */
export interface StatusGroup {
  status: FindingStatus;
  count: number;
  areas: { area: Area; findings: Finding[] }[];
}

/** What needs attention first, then what could not run, then the rest; empty groups are left out. */
export function groupsOf(findings: readonly Finding[]): StatusGroup[] {
  return statusOrder.flatMap((status) => {
    const own = findings.filter((finding) => finding.status === status);
    if (own.length === 0) return [];
    const areas = [...new Set(own.map(({ id }) => areaOf(id)))];
    return {
      status,
      count: own.length,
      areas: areas.map((area) => ({ area, findings: own.filter(({ id }) => areaOf(id) === area) })),
    };
  });
}

/** Groups that a person needs to see without asking; the others are one line each until they are opened. */
export const openAtFirst: Record<FindingStatus, boolean> = {
  fail: true,
  warn: true,
  notRun: false,
  info: false,
  pass: false,
};
