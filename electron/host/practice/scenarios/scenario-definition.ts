import type { Scenario } from '../../../../shared/model/practice.ts';
import type { PackageServer } from './package-server.ts';

/** One scenario: what is expected of the product, and how a healthy server is changed into it. */
export interface ScenarioDefinition extends Scenario {
  arrange(server: PackageServer): void;
}
