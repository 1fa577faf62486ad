import type { FactValue } from '../../../shared/model/facts.ts';
import { gapsOf, newestFeatureWord } from '../../../shared/rules/feature-words.ts';
import { featureOfName, type RequiredFeature } from '../../../shared/rules/required-features.ts';

export interface WantedFeatures {
  features: RequiredFeature[];
  /** What the agent misses by a name that is not known here. */
  unknown: string[];
}

/**
 * What the package server needs: what the agent's newest word misses (KB160917),
 * for the agent decides; where it names nothing, what KB180398 names and the
 * registry lacks. What this Windows does not offer is never among it.
 */
export function wantedFeatures(
  log: FactValue<'agentLog'> | undefined,
  installed: FactValue<'iisFeatures'> | undefined,
  windows: FactValue<'windows'>,
): WantedFeatures {
  const missed = log && newestFeatureWord(log) === 'missing' ? log.missingFeatures : [];
  if (missed.length === 0) {
    return { features: installed === undefined ? [] : gapsOf(installed, windows).documented, unknown: [] };
  }
  const named = missed.map((name) => ({ name, feature: featureOfName(name) }));
  return {
    features: named.flatMap(({ feature }) => feature ?? []),
    unknown: named.flatMap(({ name, feature }) => (feature === undefined ? [name] : [])),
  };
}
