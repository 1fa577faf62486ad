import { factNames } from '../model/facts.ts';
import { decisiveFindings } from '../rules/catalogue.ts';
import { reasonAdvice } from '../rules/fact-words.ts';
import { askNext } from './ask-next.ts';
import type { CauseRule } from './cause-rule.ts';
import { lastWordOf } from './last-word.ts';

/** What is said when no other cause explains the findings; never together with another. */
export const undetermined: CauseRule = {
  id: 'undetermined',
  title: 'The cause could not be determined',
  explain(context) {
    const failing = context.findings.filter(({ status }) => status === 'fail').map(({ id }) => id);
    const unknown = context.findings.filter(({ status }) => status === 'notRun').map(({ id }) => id);
    const lastWord = lastWordOf(context);
    const elevate = factNames.some((name) => context.unknownReason(name) === 'notElevated');
    return {
      likelihood: 'possible',
      because: failing.length > 0 ? failing : unknown.filter((id) => decisiveFindings.includes(id)),
      against: [],
      remedies: lastWord?.remedies ?? [],
      advice: [
        failing.length > 0
          ? (lastWord?.advice ?? 'Each failing finding says what to do about it.')
          : unknown.length > 0
            ? 'Nothing that was checked fails, but not everything could be checked.'
            : 'Nothing fails. The warnings say what may matter.',
        ...(unknown.length > 0
          ? [
              `${unknown.length} ${unknown.length === 1 ? 'check' : 'checks'} could not be made: the findings say what each one needs.`,
            ]
          : []),
        ...(elevate ? [reasonAdvice.notElevated] : []),
        ...askNext(context),
      ].join('\n'),
    };
  },
};
