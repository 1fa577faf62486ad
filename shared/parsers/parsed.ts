/**
 * What a parser returns: a value with notes about what it passed over, or one
 * sentence for a person about why there is none. Parsers never throw.
 */
export type Parsed<T> = { ok: true; value: T; notes: string[] } | { ok: false; problem: string };

export const parsed = <T>(value: T, notes: string[] = []): Parsed<T> => ({ ok: true, value, notes });

export const unreadable = (problem: string): { ok: false; problem: string } => ({ ok: false, problem });
