import type { RepairId } from '../model/repair-id.ts';
import { repairTitles } from '../report/words.ts';

const repairFirst = new RegExp(`^(?:${Object.keys(repairTitles).join('|')})(?=(?: stays)?: )`, 'u');

/** A sentence about a repair, `rebind-certificate stays: …`, as it is told in a window: `Certificate binding stays: …`. */
export const calledByTitle = (words: string): string =>
  words.replace(repairFirst, (id) => repairTitles[id as RepairId]);
