import type { WindowsFeature } from '../../../shared/parsers/dism-features.ts';
import { isOffered } from '../../../shared/rules/required-features.ts';
import { listOf } from '../../../shared/rules/words.ts';
import { UserError } from '../../app/user-error.ts';
import type { Host } from '../../host/host.ts';
import { appcmdBackup } from '../backup/appcmd-backup.ts';
import { featureBackup } from '../backup/feature-backup.ts';
import type { LiveState } from '../live-state.ts';
import { provenByFindings } from '../proof.ts';
import { defineRepair, plainDesign, type Design, type RepairRequest } from '../repair.ts';
import { enabledNames, readFeatures } from '../steps/dism.ts';
import { wantedFeatures } from './wanted-features.ts';

const provenBy = ['iis.features'] as const;

type State = LiveState<never, 'agentLog' | 'iisFeatures', WindowsFeature[]>;

/** Installs the role services of IIS that are missing (KB160917, KB180398), by one call of DISM. */
export const installFeatures = defineRepair({
  id: 'install-features',
  needs: { all: [], also: ['agentLog', 'iisFeatures'], ask: askFeatures },
  needsReboot: false,
  provenBy,
  backups: [featureBackup, appcmdBackup],
  design,
  unproven: provenByFindings(provenBy),
});

/** @throws UserError refused */
async function askFeatures(host: Host): Promise<WindowsFeature[]> {
  const features = await readFeatures(host);
  if (typeof features !== 'string') return features;
  throw new UserError('refused', `${features}. Nothing was changed.`);
}

function design(_request: RepairRequest, { facts, extra }: State): Design {
  const { agentLog, iisFeatures, windows } = facts;
  if (agentLog === undefined && iisFeatures === undefined) {
    throw new UserError(
      'refused',
      'Neither the log of the agent nor the registry told which role services are missing, and none is installed on a guess. Nothing was changed.',
    );
  }
  const { features, unknown } = wantedFeatures(agentLog, iisFeatures, windows);
  const states = new Map(extra.map(({ name, state }) => [name, state]));
  const before = enabledNames(extra);
  const missing = features.filter(({ dism }) => !before.includes(dism));
  const offered = missing.filter((each) => isOffered(each, windows) !== false && states.has(each.dism));
  const absent = missing.filter((each) => !offered.includes(each));
  const names = [...new Set(offered.map(({ dism }) => dism))];
  if (names.length === 0) {
    const left = [...absent.map(({ name }) => name), ...unknown];
    if (left.length === 0) return plainDesign([]);
    throw new UserError(
      'refused',
      `What is missing cannot be installed here: ${listOf(left)}. This Windows does not offer it, or it is not known to this product; add it in Server Manager where that has it (KB160917).`,
    );
  }
  return plainDesign([{ kind: 'enableFeatures', names, before, became: null }], {
    alsoHits: [
      'With /all DISM turns on what these features need, with defaults of its own. The list of features is compared before and after.',
      'DISM can ask for a restart of Windows (3010). It is not restarted from here; the repair then waits for it.',
      'The agent looks for features only when it starts (KB150861): restart the agent service next.',
      ...sourceWords(offered, states),
      ...(absent.length > 0
        ? [`Not installed, because this Windows does not offer it: ${listOf(absent.map(({ name }) => name))}.`]
        : []),
      ...(unknown.length > 0
        ? [
            `Not installed, because this product does not know what the agent calls ${listOf(unknown)}: add it in Server Manager.`,
          ]
        : []),
    ],
    cannotBeUndone: [
      'The files of a feature stay, and settings that Windows made meanwhile can stay: an undo only turns off what this repair turned on.',
    ],
  });
}

const netFx3 = 'NetFx3';

function sourceWords(
  features: readonly { name: string; needsSource: boolean }[],
  states: ReadonlyMap<string, string>,
): string[] {
  const needing = features.filter(({ needsSource }) => needsSource);
  if (needing.length === 0 || states.get(netFx3)?.startsWith('Enable')) return [];
  return [
    `${listOf(needing.map(({ name }) => name))} need .NET Framework 3.5 (${netFx3}), whose files are not on the disk of a Windows Server: DISM fetches them from Windows Update or WSUS, or fails with 0x800F081F, 0x800F0906 or 0x800F0907. Then nothing is installed, and the medium of Windows has to be given by hand (/source:D:\\sources\\sxs /limitaccess).`,
  ];
}
