import type { FactName } from '../../shared/model/facts.ts';
import type { Result } from '../../shared/model/result.ts';
import type { ProbeProgress } from '../../shared/model/wizard-state.ts';
import { errorWords } from '../app/error-words.ts';
import { UserError } from '../app/user-error.ts';
import type { DiagnosisRun } from '../diagnosis/run.ts';
import type { RecordingHost } from '../host/recording.ts';
import { noDiagnosis } from './initial-state.ts';
import type { PartDeps } from './part-deps.ts';

export interface DiagnosisPart {
  /** The server that is open, with all its answers. */
  host(): RecordingHost | null;
  start(target: string, again: boolean): Promise<void>;
  cancel(fact: FactName | null): void;
  /** Opens a target and asks it nothing yet; the one that is open stays when it is the same. */
  open(target: string): Promise<void>;
  /** Shows what was kept or sent; there is no server behind it that could be asked. */
  show(kept: KeptResult): Promise<void>;
  /** No server is open any more; one that is being asked stays. */
  close(): Promise<void>;
}

export interface KeptResult {
  /** What the top bar calls it. */
  target: string;
  source: 'files' | 'case';
  case: string | null;
  result: Result;
  before: Result | null;
}

/** Opens targets and runs diagnoses, one at a time; tells the holder what comes. */
export function createDiagnosisPart({ holder, engines, logError }: PartDeps): DiagnosisPart {
  let host: RecordingHost | null = null;
  let run: DiagnosisRun | null = null;
  let begun = false;
  let cancelled = false;

  const update = (change: Parameters<typeof holder.set<'diagnosis'>>[1]) => holder.set('diagnosis', change);

  function onProgress(progress: ProbeProgress): void {
    const { probes } = holder.current().diagnosis;
    const known = probes.some(({ fact }) => fact === progress.fact);
    update({
      probes: known ? probes.map((probe) => (probe.fact === progress.fact ? progress : probe)) : [...probes, progress],
    });
  }

  function finish(result: Result): void {
    update({ state: cancelled ? 'cancelled' : 'finished', result });
    const { elevation } = result.facts;
    if (elevation?.state === 'known') holder.set('session', { elevated: elevation.value.elevated });
  }

  function fail(error: unknown): void {
    if (!(error instanceof UserError)) logError('diagnosis', error);
    update({ state: 'failed', error: errorWords(error) });
  }

  async function open(target: string, again: boolean): Promise<RecordingHost> {
    if (again && host !== null && holder.current().session.target === target) return host;
    const opened = await engines.open(target);
    await host?.dispose();
    host = opened;
    const source = opened.kind === 'recorded' ? 'files' : 'server';
    // A practice server that is kept is the one that is open, whichever scenario was chosen.
    holder.set('session', { target: source === 'server' ? opened.name : target, source, case: null });
    holder.set('diagnosis', noDiagnosis);
    return opened;
  }

  function refuseWhenBusy(): void {
    if (begun) throw new UserError('busy', 'A diagnosis is running. Cancel it first.');
  }

  return {
    host: () => host,
    async start(target, again) {
      refuseWhenBusy();
      begun = true;
      cancelled = false;
      try {
        const opened = await open(target, again);
        update({ state: 'running', startedAt: new Date().toISOString(), probes: [], error: null });
        run = await engines.diagnose(opened, { onProgress });
      } catch (error) {
        begun = false;
        fail(error);
        throw error;
      }
      void run.done.then(finish, fail).finally(() => {
        run = null;
        begun = false;
      });
    },
    cancel(fact) {
      if (fact === null) cancelled = run !== null;
      run?.cancel(fact);
    },
    async open(target) {
      refuseWhenBusy();
      await open(target, true);
    },
    async show({ target, source, case: id, result, before }) {
      refuseWhenBusy();
      await host?.dispose();
      host = null;
      holder.set('session', { target, source, case: id });
      const startedAt = new Date().toISOString();
      holder.set('diagnosis', { ...noDiagnosis, state: 'finished', startedAt, result, before });
    },
    async close() {
      if (begun) return;
      await host?.dispose();
      host = null;
      holder.set('session', { target: null, source: null, case: null });
      holder.set('diagnosis', noDiagnosis);
    },
  };
}
