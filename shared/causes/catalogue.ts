import type { CauseRule } from './cause-rule.ts';
import { healthy } from './healthy.ts';
import { missingRecord } from './missing-record.ts';
import { staleBinding } from './stale-binding.ts';

/** Every cause that findings can name, in the order that breaks ties (that of `CauseId`). */
export const causeRules: readonly CauseRule[] = [staleBinding, missingRecord, healthy];
