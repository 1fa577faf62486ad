import type { CauseRule } from './cause-rule.ts';
import { listOf } from '../rules/words.ts';

/** What is said when no other cause explains the findings; never together with another. */
export const undetermined: CauseRule = {
  id: 'undetermined',
  title: 'The cause could not be determined',
  explain({ findings }) {
    const failing = findings.filter(({ status }) => status === 'fail').map(({ id }) => id);
    const unknown = findings.filter(({ status }) => status === 'notRun').map(({ id }) => id);
    const ask =
      unknown.length > 0 ? ` Not known: ${listOf(unknown)}. Their details say what is needed to answer them.` : '';
    return {
      likelihood: 'possible',
      because: failing.length > 0 ? failing : unknown,
      against: [],
      remedies: [],
      advice:
        failing.length > 0
          ? `Each failing finding says what to do about it.${ask}`
          : `Nothing that was checked fails, but not everything could be checked.${ask}`,
    };
  },
};
