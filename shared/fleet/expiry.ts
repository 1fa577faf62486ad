import type { FleetServer } from './server.ts';

const dayMs = 24 * 3600_000;

/** Whole days until a certificate ends, by the reader's clock; negative when it has ended. */
export const daysLeft = (notAfter: string, now: string): number =>
  Math.floor((Date.parse(notAfter) - Date.parse(now)) / dayMs);

/** How many whole days ago a certificate ended. A day that has begun is none yet, before the end as after it. */
export const daysSinceEnd = (left: number): number => -left - 1;

/** `12 days left`, `ended 6 days ago`, by the reader's clock. */
export function endWords(notAfter: string, now: string): string {
  const days = daysLeft(notAfter, now);
  if (Number.isNaN(days)) return 'not known when';
  const counted = (many: number) => `${many} ${many === 1 ? 'day' : 'days'}`;
  if (days >= 0) return `${counted(days)} left`;
  const since = daysSinceEnd(days);
  return since === 0 ? 'ended less than a day ago' : `ended ${counted(since)} ago`;
}

/** 30 days is the vendor's own limit (KB241066). */
const limits = [
  { within: 'expired', below: 0 },
  { within: '30 days', below: 30 },
  { within: '90 days', below: 90 },
  { within: '1 year', below: 366 },
  { within: 'later', below: Number.POSITIVE_INFINITY },
] as const;

/** Within which time a server's certificate ends. */
export function expiryOf({ certificate }: Pick<FleetServer, 'certificate'>, now: string): string {
  const days = certificate === null ? Number.NaN : daysLeft(certificate.notAfter, now);
  return limits.find(({ below }) => days < below)?.within ?? 'not known';
}

/** Each of them, soonest first. */
export const expiryOrder: readonly string[] = [...limits.map(({ within }) => within), 'not known'];

/** The month in which a certificate ends, as `2026-03`; null where that is not known. */
export const expiryMonth = ({ certificate }: Pick<FleetServer, 'certificate'>): string | null =>
  certificate === null || Number.isNaN(Date.parse(certificate.notAfter)) ? null : certificate.notAfter.slice(0, 7);
