import type { FindingId } from '../model/finding.ts';
import { rules } from './catalogue.ts';

/** What a check asks, as a question; its id where this version has no such check. */
export const titleOf = (id: FindingId): string => rules.find((rule) => rule.id === id)?.title ?? id;
