import type { Scenario } from '../../../../shared/model/practice.ts';
import type { PackageServer } from './package-server.ts';

/** One scenario: what is expected of the product, and how a healthy server is changed into it. */
export interface ScenarioDefinition extends Scenario {
  /** Happens a day and a half before now (`daysAgo(1.5)`), unless it says when. */
  arrange(server: PackageServer): void | Promise<void>;
}
