import type { RepairId } from '../../../shared/model/repair-id.ts';
import type { CauseId } from '../../../shared/model/cause.ts';
import type { FindingId } from '../../../shared/model/finding.ts';
import type { Result } from '../../../shared/model/result.ts';
import type { PastRepair, WizardState } from '../../../shared/model/wizard-state.ts';
import { afterPerson } from '../../../shared/repairs/after-person.ts';
import { nextRemedy, pathOrder } from '../../../shared/repairs/next-remedy.ts';

/**
 * How a step of the article's path stands. `needed`: the one to go on with. `blocked`: needed, and another step or a
 * person comes first. `pending`: done, and waiting for a reboot, a policy or a person. `later`: only when the fault
 * returns, or when what is done first does not cure it. `takenBack`: done, taken back since, and not asked for anew.
 * `notChecked`: no check that ran speaks about it.
 */
export type PathState = 'needed' | 'blocked' | 'pending' | 'notNeeded' | 'done' | 'takenBack' | 'later' | 'notChecked';

export interface PathStep {
  repair: RepairId;
  state: PathState;
  /** The step that comes first, for `blocked`; null where a person does. */
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

/** The steps of the remedy, each with its state, from what the causes ask for and what was done. */
export function pathOf({ diagnosis, repair }: Pick<WizardState, 'diagnosis' | 'repair'>): PathStep[] {
  const { result, before } = diagnosis;
  const asked = askedBy(result);
  const pasts = new Map(pathOrder.map((id) => [id, lastOf(repair.history, id, asked.has(id) ? result : null)]));
  const next = nextOf(pasts, result, askedBy(before));
  const after = next === null ? Infinity : pathOrder.indexOf(next);
  const cause = result?.causes[0];
  const behindPerson = next === null ? afterPerson(result?.causes ?? []) : new Set<RepairId>();
  const isOver =
    cause?.id === 'healthy' || (next === null && asked.size > 0 && [...asked].every((id) => pasts.get(id)));
  const state = (id: RepairId, index: number): PathState => {
    const past = pasts.get(id);
    if (past !== undefined) return past;
    if (id === next) return 'needed';
    if (behindPerson.has(id)) return 'blocked';
    if (asked.has(id)) return index > after ? 'blocked' : 'later';
    if (repair.history.findLast((each) => each.repair === id)?.way === 'undo') return 'takenBack';
    return result === null ? 'notChecked' : unasked(id, result, isOver);
  };
  return pathOrder
    .map((id, index): PathStep => ({ repair: id, state: state(id, index), after: null }))
    .filter(({ repair: id }) => article.includes(id) || asked.has(id) || askedBy(before).has(id))
    .map((step) => (step.state === 'blocked' ? { ...step, after: next } : step));
}

/** The first cause that asks for a step, now or before the first repair. */
export function causeOf(id: RepairId, { result, before }: WizardState['diagnosis']): CauseId | null {
  const all = [...(result?.causes ?? []), ...(before?.causes ?? [])];
  return all.find(({ remedies }) => remedies.includes(id))?.id ?? null;
}

/** What a person has to do before any step is of use, by the word of the first cause; null where a step is called for. */
export function adviceFirst(wizard: Pick<WizardState, 'diagnosis' | 'repair'>): string | null {
  const cause = wizard.diagnosis.result?.causes[0];
  if (cause === undefined || cause.id === 'healthy') return null;
  return pathOf(wizard).some(({ state }) => state === 'needed' || state === 'pending') ? null : cause.advice;
}

/** What a person can do in place of a step, by the word of the first cause that asks for it. */
export function adviceFor(id: RepairId, { result }: Pick<WizardState['diagnosis'], 'result'>): string | null {
  return result?.causes.find(({ remedies }) => remedies.includes(id))?.advice ?? null;
}

/** The step to go on with; null when none is called for. */
export const neededStep = (wizard: Pick<WizardState, 'diagnosis' | 'repair'>): RepairId | null =>
  pathOf(wizard).find(({ state }) => state === 'needed')?.repair ?? null;

const askedBy = (result: Result | null): ReadonlySet<RepairId> =>
  new Set(result?.causes.flatMap(({ remedies }) => remedies));

type Past = 'done' | 'pending' | undefined;

/** The step to go on with, or the one that all others wait for. */
function nextOf(
  pasts: ReadonlyMap<RepairId, Past>,
  result: Result | null,
  before: ReadonlySet<RepairId>,
): RepairId | null {
  const standing = (past: Past) => pathOrder.filter((id) => pasts.get(id) === past);
  const [waits] = standing('pending');
  if (waits !== undefined || result === null) return waits ?? null;
  const next = nextRemedy(result.causes, new Set(standing('done')));
  if (next !== null) return next;
  // No source tells whether the agent has published since: what asked for a refresh before a repair still asks for it.
  return before.has('refresh-packages') && pasts.get('refresh-packages') === undefined ? 'refresh-packages' : null;
}

/**
 * How a step stands by what was done of it; undefined when nothing that was done still stands.
 *
 * @param asks the result that asks for the step anew; one that is younger than what was done says that it does not stand
 */
function lastOf(history: readonly PastRepair[], id: RepairId, asks: Result | null): Past {
  const last = history.findLast(({ repair, outcome }) => repair === id && outcome !== 'declined');
  if (last === undefined || last.way === 'undo' || last.afterReboot?.survived === false) return undefined;
  if (last.outcome === 'pending') return 'pending';
  if (last.outcome !== 'fixed' && last.outcome !== 'notNeeded') return undefined;
  return asks !== null && Date.parse(asks.startedAt) > Date.parse(last.at) ? undefined : 'done';
}

/** What says that a step has nothing to do. Of published codebases no check can say it. */
const soundBy: Partial<Record<RepairId, readonly FindingId[]>> = {
  'install-features': ['iis.features'],
  'remove-legacy-metabase': ['iis.legacyMetabase'],
  'create-https-binding': ['iis.httpsBinding'],
  'enable-https-protocol': ['iis.enabledProtocols'],
  'start-site': ['iis.site', 'iis.appPools'],
  'repair-private-key': ['cert.privateKey'],
  'remove-shadowing-record': ['httpsys.shadow'],
  'rebind-certificate': ['iis.httpsBinding', 'httpsys.record', 'tls.served'],
};

/**
 * The state of a step that no cause asks for.
 *
 * @param isOver nothing is wrong any more, or all that was asked for is done
 */
function unasked(id: RepairId, { causes, findings }: Result, isOver: boolean): PathState {
  if (id === 'force-overwrite' || id === 'restart-agent') return isOver ? 'notNeeded' : 'later';
  // A warning that a sure cause rests on is answered by what that cause asks for, which is another step.
  const explained = (finding: FindingId) =>
    causes.some(({ likelihood, because }) => likelihood !== 'possible' && because.includes(finding));
  const sound = (finding: FindingId) => {
    const status = findings.find((each) => each.id === finding)?.status;
    // Where there is no HTTPS binding, what is said of its record and its certificate says nothing.
    if (finding === 'iis.httpsBinding') return status === 'pass';
    return status === 'pass' || status === 'info' || (status === 'warn' && explained(finding));
  };
  return soundBy[id]?.every(sound) === true ? 'notNeeded' : 'notChecked';
}
