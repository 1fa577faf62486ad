import { oneLine } from '../report/visible.ts';

/** One line of a text that may be megabytes long: no more of it is looked at than is shown. */
export const brief = (text: string, longest: number): string => oneLine(text.slice(0, 2 * longest), longest);
