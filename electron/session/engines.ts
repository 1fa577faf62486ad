import type { Result } from '../../shared/model/result.ts';
import type { CaseStore } from '../cases/store.ts';
import type { DiagnosisOptions, DiagnosisRun } from '../diagnosis/run.ts';
import type { Host } from '../host/host.ts';
import type { RecordingHost } from '../host/recording.ts';
import type { WriteOptions } from '../report/write-report.ts';
import type { FleetFollower, FollowFleet } from '../fleet/follow.ts';
import type { RepairEngine } from '../repairs/engine.ts';

/** The parts that do the work. They are heavy, and loaded when the first of them is needed. */
export interface Engines {
  open(target: string): Promise<RecordingHost>;
  diagnose(host: Host, options: DiagnosisOptions): Promise<DiagnosisRun>;
  /** Judges files that somebody sent. @throws UserError */
  analyze(paths: readonly string[]): Promise<Result>;
  cases(): Promise<CaseStore>;
  /** Reads a folder of results and watches it. */
  followFleet(...given: Parameters<FollowFleet>): Promise<FleetFollower>;
  /** Whether a target is the same server in the next run: this computer, or a practice server that is kept in a folder. */
  isKept(target: string): boolean;
  pdf: Pick<WriteOptions, 'printPdf' | 'paper'>;
  /** What the product itself has logged, oldest first. */
  ownLog(): Promise<string>;
  repairs(host: RecordingHost, before: () => Promise<Result>): Promise<RepairEngine>;
}

export interface EnginesOptions {
  /** How a PDF is made, where there is a browser to make it. */
  pdf?: Pick<WriteOptions, 'printPdf' | 'paper'>;
  data: string;
  /** Follows a folder of results in a process of its own, where there is one. Default: in this process. */
  followFleet?: FollowFleet;
  practiceDir: string | null;
  /** Hears why something was not kept that is not needed. */
  logError?: (where: string, error: unknown) => void;
}

export function createEngines({
  data,
  practiceDir,
  pdf = {},
  logError = () => undefined,
  followFleet,
}: EnginesOptions): Engines {
  let store: Promise<CaseStore> | undefined;
  const engines: Engines = {
    async open(target) {
      const [{ openTarget }, { recording }, { spoolBelow }] = await Promise.all([
        import('../host/open-target.ts'),
        import('../host/recording.ts'),
        import('../app/spool.ts'),
      ]);
      return recording(
        await openTarget(target, practiceDir === null ? {} : { practiceDir }),
        spoolBelow(() => Promise.resolve(data)),
      );
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
    ownLog: async () => (await import('../app/log.ts')).readLogs(data),
    followFleet: async (...given) => (followFleet ?? (await import('../fleet/follow.ts')).followFleet)(...given),
    isKept: (target) =>
      (target === 'windows' && process.platform === 'win32') ||
      (practiceDir !== null && target.startsWith('practice:')),
    async repairs(host, before) {
      const [{ createRepairEngine }, { keepingEvidence }] = await Promise.all([
        import('../repairs/engine.ts'),
        import('../cases/keeping-evidence.ts'),
      ]);
      return createRepairEngine({
        host,
        cases: keepingEvidence(await engines.cases(), host, (error) => logError('evidence of a case', error)),
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
