import type { RepairId } from '../../../shared/model/repair-id.ts';
import type { FindingId } from '../../../shared/model/finding.ts';
import type { Result } from '../../../shared/model/result.ts';
import type { PastRepair, WizardState } from '../../../shared/model/wizard-state.ts';

/**
 * How a step of the article's path stands. `blocked`: needed, and another step comes first. `pending`: done, and
 * waiting for a reboot, a policy or a person. `later`: the article comes to it only when the fault returns.
 * `notChecked`: no check that ran speaks about it.
 */
export type PathState = 'needed' | 'blocked' | 'pending' | 'notNeeded' | 'done' | 'later' | 'notChecked';

export interface PathStep {
  repair: RepairId;
  state: PathState;
  /** The step that comes first, for `blocked`. */
  after: RepairId | null;
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

/** The steps of the remedy, each with its state, from what the causes ask for and what was done. */
export function pathOf({ diagnosis, repair }: Pick<WizardState, 'diagnosis' | 'repair'>): PathStep[] {
  const { result, before } = diagnosis;
  // What was asked for before a repair is still asked for after it: the repair is one step of the path.
  const asked = new Set([result, before].flatMap((each) => each?.causes.flatMap(({ remedies }) => remedies) ?? []));
  const state = (id: RepairId): PathState => {
    const past = lastOf(repair.history, id);
    if (past !== undefined) return past;
    if (asked.has(id)) return 'needed';
    return result === null ? 'notChecked' : unasked(id, result);
  };
  const steps = order
    .filter((id) => article.includes(id) || asked.has(id))
    .map((id): PathStep => ({ repair: id, state: state(id), after: null }));
  const first = steps.find((step) => step.state === 'needed');
  return steps.map((step) =>
    step.state === 'needed' && first !== undefined && step !== first
      ? { ...step, state: 'blocked', after: first.repair }
      : step,
  );
}

/** How a step stands by what was done of it; undefined when nothing that was done still stands. */
function lastOf(history: readonly PastRepair[], id: RepairId): 'done' | 'pending' | undefined {
  const last = history.findLast(({ repair, outcome }) => repair === id && outcome !== 'declined');
  if (last === undefined || last.way === 'undo') return undefined;
  if (last.outcome === 'fixed' || last.outcome === 'notNeeded') return 'done';
  return last.outcome === 'pending' ? 'pending' : undefined;
}

/** The state of a step that no cause asks for. */
function unasked(id: RepairId, result: Result): PathState {
  if (id === 'force-overwrite' || id === 'restart-agent') return 'later';
  const sound = (finding: FindingId) =>
    result.findings.some((each) => each.id === finding && (each.status === 'pass' || each.status === 'info'));
  if (id === 'install-features') return sound('iis.features') ? 'notNeeded' : 'notChecked';
  if (id === 'rebind-certificate') return sound('httpsys.record') && sound('tls.served') ? 'notNeeded' : 'notChecked';
  return result.findings.some((each) => each.id === 'agent.httpsPublished' && each.status === 'pass')
    ? 'notNeeded'
    : 'notChecked';
}
