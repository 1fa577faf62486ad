import { endpointKey, endpointsOfBinding, formatEndpoint } from '../../../shared/httpsys/endpoint.ts';
import { ownerOf } from '../../../shared/httpsys/owners.ts';
import { recordsByEndpoint } from '../../../shared/httpsys/record-index.ts';
import type { Endpoint } from '../../../shared/model/endpoint.ts';
import type { HttpSysRecord } from '../../../shared/model/facts/httpsys.ts';
import type { IisConfig } from '../../../shared/model/facts/iis.ts';
import { mayBeRemoved } from '../../../shared/rules/httpsys-shadow.ts';
import { servingOf } from '../../../shared/rules/serving.ts';
import { shadowsOf } from '../../../shared/rules/shadows.ts';
import { UserError } from '../../app/user-error.ts';
import { appcmdBackup } from '../backup/appcmd-backup.ts';
import { recordBackup } from '../backup/record-backup.ts';
import { registryBackup } from '../backup/registry-backup.ts';
import { hiddenIn, whyUnwritable } from '../cannot-return.ts';
import type { LiveState } from '../live-state.ts';
import { whyNotRebuildable } from '../netsh-arguments.ts';
import { readNetshSupport, type NetshSupport } from '../netsh-support.ts';
import { provenByFindings } from '../proof.ts';
import { clientsOf } from '../rebind-certificate/reach.ts';
import { defineRepair, plainDesign, type Design, type RepairRequest } from '../repair.ts';

const needed = ['iisConfig', 'httpSysLive', 'httpSysRegistry', 'certificates'] as const;
type State = LiveState<(typeof needed)[number], never, NetshSupport>;

const provenBy = ['httpsys.shadow', 'httpsys.drift', 'tls.handshake', 'tls.served'] as const;

/** Removes a record that HTTP.SYS takes before the binding's own, when nobody is known to need it. */
export const removeShadowingRecord = defineRepair({
  id: 'remove-shadowing-record',
  needs: { all: needed, ask: (host, { windows }) => readNetshSupport(host, windows.build) },
  needsReboot: false,
  provenBy,
  backups: [recordBackup, appcmdBackup, registryBackup],
  design,
  unproven: provenByFindings(provenBy),
});

function design({ endpoint: wanted }: RepairRequest, state: State): Design {
  const { iisConfig, httpSysLive, httpSysRegistry, certificates } = state.facts;
  const shadows = [
    ...new Set(servingOf(iisConfig, httpSysLive, state).flatMap((serving) => differing(shadowsOf(serving)))),
  ];
  const endpoints = shadows.map(({ endpoint }) => endpoint);
  const record = chooseShadow(shadows, wanted);
  if (record === null) return plainDesign([], { endpoint: wanted });
  refuseOwned(record);
  refuseBound(record, iisConfig);
  const { endpoint } = record;
  const registry = recordsByEndpoint(httpSysRegistry.records).get(endpointKey(endpoint)) ?? null;
  const lost = [...whyNotRebuildable(record, state.extra.parameters), ...hiddenIn(registry, record)];
  if (lost.length > 0) {
    throw new UserError(
      'refused',
      `The record of ${formatEndpoint(endpoint)} is left alone, because netsh on this server could not write it again in full: ${lost.join('; ')}.`,
    );
  }
  const noUndo = whyUnwritable(record, certificates.items);
  return plainDesign([{ kind: 'netshDelete', record, noUndo }], {
    endpoint,
    endpoints,
    alsoHits: [
      `From then on ${clientsOf(endpoint)} are served what the binding of site 1 has. A program that relies on ${formatEndpoint(endpoint)} loses its certificate; its application id ${record.appId} is that of no product that is known here.`,
    ],
    cannotBeUndone: noUndo === null ? [] : [noUndo],
  });
}

/** Those that serve another certificate: one with the same does no harm now. */
const differing = (shadows: ReturnType<typeof shadowsOf>): HttpSysRecord[] =>
  shadows.filter(({ own, by }) => own.thumbprint !== by.thumbprint).map(({ by }) => by);

/** @throws UserError notFound or ambiguous, with the records */
function chooseShadow(shadows: readonly HttpSysRecord[], wanted: Endpoint | null): HttpSysRecord | null {
  const [first = null, ...others] = shadows;
  const list = shadows.map(({ endpoint }) => formatEndpoint(endpoint)).join(', ');
  if (wanted === null) {
    if (others.length === 0) return first;
    throw new UserError('ambiguous', `Several records beat those of site 1: ${list}. Name the one to remove.`);
  }
  const chosen = shadows.find(({ endpoint }) => endpointKey(endpoint) === endpointKey(wanted));
  if (chosen !== undefined) return chosen;
  throw new UserError(
    'notFound',
    `The record of ${formatEndpoint(wanted)} does not beat one of site 1 with another certificate. Those that do: ${list || 'none'}.`,
  );
}

/** @throws UserError refused: a record of a product comes back, or is missed there */
function refuseOwned(record: HttpSysRecord): void {
  if (mayBeRemoved(record)) return;
  throw new UserError(
    'refused',
    `The record of ${formatEndpoint(record.endpoint)} was probably written by ${ownerOf(record).product}, and is not removed here. Change it in the settings of that product.`,
  );
}

/** @throws UserError refused: what a binding of IIS asks for is no leftover */
function refuseBound({ endpoint }: HttpSysRecord, { sites }: IisConfig): void {
  const key = endpointKey(endpoint);
  const site = sites.find(({ bindings }) =>
    bindings.some((binding) => endpointsOfBinding(binding).some((own) => endpointKey(own) === key)),
  );
  if (site === undefined) return;
  throw new UserError(
    'refused',
    `The site "${site.name}" (id ${site.id}) has a binding on ${formatEndpoint(endpoint)}, so its record is needed there. Remove that binding in IIS Manager first, if it is not wanted any more.`,
  );
}
