import type { RepairId } from '../../shared/model/repair-id.ts';
import type { PracticeServer } from '../../electron/host/practice/practice-server.ts';
import { neededWhere, type NeededWhere } from '../../electron/repairs/testing/needed-where.ts';
import { wrongCertificate } from '../../electron/repairs/testing/practice-repair.ts';
import { programsScript } from '../winbox/programs.ts';

type World = Awaited<ReturnType<PracticeServer['world']>>;

/** A repair that can be killed: where, and with or without a proof at its end. */
export type KillCase = NeededWhere & { proof: 'holds' | 'fail'; through?: 'winbox' };

/** The process behind a winbox's programs, for a worker that lies elsewhere than its source. */
export const scriptOf = (through: KillCase['through']): string | null => (through === 'winbox' ? programsScript : null);

/** A record that names a certificate that can be written again, with flags that could be lost. */
function wrongRecord(world: World): void {
  wrongCertificate(world);
  for (const table of [world.httpSys.live, world.httpSys.registry]) {
    for (const record of table) Object.assign(record, { urlTimeout: 20_000, ctlStore: 'ClientAuthIssuer' });
  }
}

const repairs: readonly NeededWhere[] = [
  { repair: 'rebind-certificate', scenario: 'healthy', build: 20348, arrange: wrongRecord },
  { repair: 'rebind-certificate', scenario: 'healthy', build: 14393, arrange: wrongRecord },
  ...neededWhere,
];

/** Each repair once with a proof that holds and once with one that fails, so that it takes back what it did. */
export const killCases: readonly KillCase[] = repairs.flatMap((own): KillCase[] => [
  { ...own, proof: 'holds' },
  { ...own, proof: 'fail' },
]);

/** The repairs that are killed with real processes under them too. */
export const winboxCases: readonly KillCase[] = ['rebind-certificate', 'restart-agent', 'install-features'].flatMap(
  (repair) => {
    const own = repairs.find((each) => each.repair === repair);
    return own === undefined ? [] : [{ ...own, proof: 'holds', through: 'winbox' }];
  },
);

/** What a person reads of a case. */
export const caseName = ({ repair, scenario, build, proof, through }: KillCase): string =>
  `${repair} of ${scenario}${build === undefined ? '' : ` on build ${build}`}, proof ${proof}${through === undefined ? '' : `, through ${through}`}`;

/** The first case of a repair, by its build where it has several. */
export function killCase(repair: RepairId, proof: KillCase['proof'], build?: number): KillCase {
  const found = killCases.find(
    (own) => own.repair === repair && own.proof === proof && (build ?? own.build) === own.build,
  );
  if (found === undefined) throw new Error(`there is no case of ${repair}`);
  return found;
}
