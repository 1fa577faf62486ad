import { Scenario } from '../../../../shared/model/practice.ts';
import { healthy } from './healthy.ts';
import { missingRecord } from './missing-record.ts';
import type { ScenarioDefinition } from './scenario-definition.ts';
import { staleBinding } from './stale-binding.ts';

/** Every scenario, in the order in which they are offered. */
export const scenarios: readonly ScenarioDefinition[] = [staleBinding, missingRecord, healthy];

/** The practice scenarios, each with the language and build that it has when nobody says otherwise. */
export function listScenarios(): Scenario[] {
  return scenarios.map((definition) => Scenario.parse(definition));
}
