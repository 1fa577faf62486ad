import type { Result } from '../../shared/model/result.ts';
import type { CaseStore } from '../cases/store.ts';
import type { DiagnosisOptions, DiagnosisRun } from '../diagnosis/run.ts';
import type { Host } from '../host/host.ts';
import type { RecordingHost } from '../host/recording.ts';
import type { WriteOptions } from '../report/write-report.ts';
import type { RepairEngine } from '../repairs/engine.ts';

/** The parts that do the work. They are heavy, and loaded when the first of them is needed. */
export interface Engines {
  open(target: string): Promise<RecordingHost>;
  diagnose(host: Host, options: DiagnosisOptions): Promise<DiagnosisRun>;
  /** Judges files that somebody sent. @throws UserError */
  analyze(paths: readonly string[]): Promise<Result>;
  cases(): Promise<CaseStore>;
  /** Whether a target is the same server in the next run: this computer, or a practice server that is kept in a folder. */
  isKept(target: string): boolean;
  pdf: Pick<WriteOptions, 'printPdf' | 'paper'>;
  repairs(host: RecordingHost, before: () => Promise<Result>): Promise<RepairEngine>;
}

export interface EnginesOptions {
  /** How a PDF is made, where there is a browser to make it. */
  pdf?: Pick<WriteOptions, 'printPdf' | 'paper'>;
  data: string;
  practiceDir: string | null;
}

export function createEngines({ data, practiceDir, pdf = {} }: EnginesOptions): Engines {
  let store: Promise<CaseStore> | undefined;
  const engines: Engines = {
    async open(target) {
      const [{ openTarget }, { recording }] = await Promise.all([
        import('../host/open-target.ts'),
        import('../host/recording.ts'),
      ]);
      return recording(await openTarget(target, practiceDir === null ? {} : { practiceDir }));
    },
    async diagnose(host, options) {
      const { startDiagnosis } = await import('../diagnosis/run.ts');
      return startDiagnosis(host, options);
    },
    async analyze(paths) {
      const { analyzeFiles } = await import('../analyze/analyze.ts');
      return analyzeFiles(paths);
    },
    cases: () =>
      (store ??= import('../cases/store.ts')
        .then(({ openCaseStore }) => openCaseStore(data))
        .catch((error: unknown) => {
          // The next question asks again: the reason may be gone by then.
          store = undefined;
          throw error;
        })),
    pdf,
    isKept: (target) => target === 'windows' || (practiceDir !== null && target.startsWith('practice:')),
    async repairs(host, before) {
      const { createRepairEngine } = await import('../repairs/engine.ts');
      return createRepairEngine({
        host,
        cases: await engines.cases(),
        diagnose: async () => {
          host.phase('after');
          return (await engines.diagnose(host, {})).done;
        },
        before,
      });
    },
  };
  return engines;
}
