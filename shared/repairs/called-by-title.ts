import type { RepairId } from '../model/repair-id.ts';
import { repairTitles } from '../report/words.ts';

const ids = Object.keys(repairTitles).join('|');
const titleOf = (id: string): string => repairTitles[id as RepairId];

const repairFirst = new RegExp(`^(?:${ids})(?=(?: stays)?: )`, 'u');
/** As a word of its own: the name of a file can hold one, too. */
const repairWithin = new RegExp(String.raw`(?<![\w/\\.-])(?:${ids})(?![\w/\\-]|\.\w)`, 'gu');

/**
 * A sentence about repairs as it is told in a window: `rebind-certificate stays: …` as `Certificate binding stays: …`;
 * further on the title stands in quotation marks.
 */
export const calledByTitle = (words: string): string =>
  words.replace(repairFirst, titleOf).replace(repairWithin, (id) => `"${titleOf(id)}"`);
