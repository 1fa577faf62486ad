import { remediesOf } from '../../shared/causes/remedies.ts';
import { CauseId } from '../../shared/model/cause.ts';
import type { RepairId } from '../../shared/model/repair-id.ts';
import { UserError } from '../app/user-error.ts';

/**
 * The cause that `--only-if` names, null without it. A repair that is no remedy of the cause is refused before any
 * server is asked: run on many servers it would be proven by its own findings and mend none.
 *
 * @throws UserError badArguments
 */
export function onlyIfCause(text: string | undefined, repair: RepairId): CauseId | null {
  if (text === undefined) return null;
  const id = CauseId.safeParse(text);
  if (!id.success) {
    throw new UserError('badArguments', `There is no cause "${text}". Causes are: ${CauseId.options.join(', ')}.`);
  }
  const remedies = remediesOf[id.data];
  if (remedies.includes(repair)) return id.data;
  const instead =
    remedies.length === 0
      ? 'No repair mends it: psdoctor diagnose says what a person has to do'
      : `Its remedies are: ${remedies.join(', ')}`;
  throw new UserError('badArguments', `${repair} is no remedy of ${id.data}. ${instead}. Nothing was changed.`);
}
