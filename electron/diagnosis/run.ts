import { explainAll } from '../../shared/causes/frame.ts';
import type { FactName } from '../../shared/model/facts.ts';
import type { Result } from '../../shared/model/result.ts';
import type { ProbeProgress } from '../../shared/model/wizard-state.ts';
import { rules } from '../../shared/rules/catalogue.ts';
import { judgeAll } from '../../shared/rules/frame.ts';
import { productVersion } from '../app/version.ts';
import type { Host } from '../host/host.ts';
import { probes as allProbes } from '../probes/catalogue.ts';
import type { Probe } from '../probes/probe.ts';
import { runProbes } from './probe-runs.ts';

export interface DiagnosisOptions {
  /** Hears of each probe that begins, waits for another, or has answered. */
  onProgress?(progress: ProbeProgress): void;
  /** Default: every probe of the catalogue. */
  probes?: readonly Probe[];
  /** For the whole diagnosis; each probe has a time-out of its own besides. */
  timeoutMs?: number;
}

export interface DiagnosisRun {
  /** Comes in any case: what did not answer is unknown in it. Rejects only when the host cannot describe itself. */
  done: Promise<Result>;
  /** Ends one probe, or all of them with null. */
  cancel(fact: FactName | null): void;
}

/** Asks a server everything, judges the answers and explains them. Changes nothing. */
export function startDiagnosis(host: Host, options: DiagnosisOptions = {}): DiagnosisRun {
  const { onProgress = () => undefined, probes = allProbes, timeoutMs } = options;
  const began = performance.now();
  const runs = runProbes(host, probes, onProgress);
  const limit = timeoutMs === undefined ? undefined : setTimeout(() => runs.end('timedOut', null), timeoutMs);

  const conclude = async (): Promise<Result> => {
    const [{ now, fqdn, addresses }, facts] = await Promise.all([host.describe(), runs.facts]);
    const context = { now, fqdn, addresses };
    const findings = judgeAll(facts, rules, context);
    return {
      format: 'package-server-doctor/result',
      version: 1,
      product: { version: productVersion },
      target: { kind: host.kind, name: host.name, fqdn, addresses },
      startedAt: now,
      durationMs: Math.round(performance.now() - began),
      facts,
      findings,
      causes: explainAll(findings, facts, context),
    };
  };
  const done = conclude().finally(() => {
    clearTimeout(limit);
    runs.end('cancelled', null);
  });
  return { done, cancel: (fact) => runs.end('cancelled', fact) };
}
