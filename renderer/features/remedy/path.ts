import type { RepairId } from '../../../shared/model/repair-id.ts';
import type { FindingId } from '../../../shared/model/finding.ts';
import type { Result } from '../../../shared/model/result.ts';
import type { WizardState } from '../../../shared/model/wizard-state.ts';

/** How a step of the article's path stands. `notChecked` is a question that this version does not ask. */
export type PathState = 'needed' | 'notNeeded' | 'done' | 'later' | 'notChecked';

export interface PathStep {
  repair: RepairId;
  state: PathState;
  /** The wizard does it; else a person does, by the words beside it. */
  operable: boolean;
}

/** The path of KB172128 in its order; always shown whole. */
const article: readonly RepairId[] = [
  'install-features',
  'rebind-certificate',
  'force-overwrite',
  'restart-agent',
  'refresh-packages',
];

/** Where a remedy stands that the article does not name: before what it must come before. */
const order: readonly RepairId[] = [
  'install-features',
  'remove-legacy-metabase',
  'create-https-binding',
  'enable-https-protocol',
  'start-site',
  'repair-private-key',
  'remove-shadowing-record',
  'rebind-certificate',
  'force-overwrite',
  'restart-agent',
  'refresh-packages',
];

/** What this version carries out itself. */
const operable: readonly RepairId[] = ['rebind-certificate'];

/** The steps of the remedy, each with its state, from what the causes ask for and what was done. */
export function pathOf({ diagnosis, repair }: WizardState): PathStep[] {
  const { result, before } = diagnosis;
  // What was asked for before a repair is still asked for after it: the repair is one step of the path.
  const asked = new Set([result, before].flatMap((each) => each?.causes.flatMap(({ remedies }) => remedies) ?? []));
  const done =
    repair.report?.outcome === 'fixed' || repair.report?.outcome === 'notNeeded' ? repair.report.repair : null;
  const state = (id: RepairId): PathState => {
    if (id === done) return 'done';
    if (asked.has(id)) return 'needed';
    return result === null ? 'notChecked' : unasked(id, result);
  };
  return order
    .filter((id) => article.includes(id) || asked.has(id))
    .map((id) => ({ repair: id, state: state(id), operable: operable.includes(id) }));
}

/** The state of a step that no cause asks for. */
function unasked(id: RepairId, result: Result): PathState {
  if (id === 'force-overwrite' || id === 'restart-agent') return 'later';
  const sound = (finding: FindingId) =>
    result.findings.some((each) => each.id === finding && (each.status === 'pass' || each.status === 'info'));
  if (id === 'install-features') return sound('iis.features') ? 'notNeeded' : 'notChecked';
  if (id === 'rebind-certificate') return sound('httpsys.record') && sound('tls.served') ? 'notNeeded' : 'notChecked';
  return sound('agent.httpsPublished') ? 'notNeeded' : 'notChecked';
}
