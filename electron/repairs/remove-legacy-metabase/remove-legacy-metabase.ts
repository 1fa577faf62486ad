import type { MetabaseKey } from '../../../shared/parsers/custom-metadata.ts';
import { legacyKeys } from '../../../shared/rules/legacy-keys.ts';
import { agentSiteId } from '../../../shared/rules/site-endpoints.ts';
import { listOf } from '../../../shared/rules/words.ts';
import { UserError } from '../../app/user-error.ts';
import type { Host } from '../../host/host.ts';
import { refuseShared } from '../agent-site.ts';
import { appcmdBackup } from '../backup/appcmd-backup.ts';
import type { LiveState } from '../live-state.ts';
import { provenByFindings } from '../proof.ts';
import { defineRepair, plainDesign, type Design, type RepairRequest } from '../repair.ts';
import { KeyPath, Property, readMetabase, samePath } from '../steps/metabase.ts';
import type { Step } from '../steps/step.ts';

const provenBy = ['iis.legacyMetabase'] as const;

/** 5506 is a certificate's hash, 5511 its store (Microsoft KB 2025598). */
const certificateProperties = ['5506', '5511'];

type State = LiveState<'iisConfig', 'certificates' | 'iisView', MetabaseKey[]>;

/**
 * Microsoft KB 2025598: takes the certificate of a time before IIS 7 out of the
 * IIS 6 metabase layer, which would bind it again each time the layer starts. To
 * be done before a certificate is bound and before the agent is restarted.
 */
export const removeLegacyMetabase = defineRepair({
  id: 'remove-legacy-metabase',
  needs: { all: ['iisConfig'], also: ['certificates', 'iisView'], ask: readKeys },
  needsReboot: false,
  provenBy,
  backups: [appcmdBackup],
  design,
  unproven: provenByFindings(provenBy),
});

/** @throws UserError refused */
async function readKeys(host: Host): Promise<MetabaseKey[]> {
  const keys = await readMetabase(host);
  if (typeof keys === 'string') throw new UserError('refused', `${keys}. Nothing was changed.`);
  return keys.filter(({ path }) => /^\/?LM\/W3SVC\/\d+$/iu.test(path));
}

function design({ wholeKey = false }: RepairRequest, state: State): Design {
  const { iisConfig, certificates, iisView } = state.facts;
  const keys = legacyKeys(iisConfig, { iisView, certificates }, state).flatMap(({ path }) =>
    state.extra.filter((key) => samePath(key.path, path)),
  );
  if (keys.length === 0) return plainDesign([]);
  refuseShared(iisConfig);
  for (const key of keys) refuseUnquotable(key);
  return plainDesign(wholeKey ? keys.map(removeKey) : keys.flatMap(removeProperties), {
    alsoHits: keys.flatMap((key) => hitsOf(key, wholeKey)),
  });
}

/** The last first, so that an undo brings back their order too. */
const removeProperties = ({ path, properties }: MetabaseKey): Step[] =>
  properties
    .filter(({ id }) => certificateProperties.includes(id))
    .map((property): Step => ({ kind: 'metabaseProperty', change: 'remove', path, property }))
    .toReversed();

const removeKey = ({ path, properties }: MetabaseKey): Step => ({
  kind: 'metabaseKey',
  change: 'remove',
  path,
  properties,
});

function hitsOf({ path, properties }: MetabaseKey, wholeKey: boolean): string[] {
  const others = properties.filter(({ id }) => !certificateProperties.includes(id));
  const site = path.replace(/^.*\//u, '');
  return [
    ...(wholeKey && others.length > 0
      ? [
          `With the key ${path} these settings go too: ${listOf(others.map(({ id, value }) => `property ${id} (${value || 'empty'})`))}.`,
        ]
      : []),
    ...(!wholeKey
      ? [
          `The command for one property of ${path} is derived from appcmd's documented syntax; it is read back after each step. When it has no effect, plan again for the whole key, as psdoctor alone does: psdoctor plan remove-legacy-metabase --whole-key.`,
        ]
      : []),
    ...(site === String(agentSiteId)
      ? []
      : [
          `Site ${site} is another one, which shares its endpoint with site 1: its setting would rewrite the same record.`,
        ]),
  ];
}

/** What could end appcmd's quotes is written by nobody but a person. @throws UserError refused */
function refuseUnquotable({ path, properties }: MetabaseKey): void {
  if (KeyPath.safeParse(path).success && properties.every((property) => Property.safeParse(property).success)) return;
  throw new UserError(
    'refused',
    `The key ${path} holds a value with a quote or a bracket, which appcmd could misread. Nothing was changed; remove the property in the configuration editor of IIS.`,
  );
}
