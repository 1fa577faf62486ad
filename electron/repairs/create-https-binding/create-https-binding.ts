import { endpointKey, endpointsOfBinding, formatEndpoint } from '../../../shared/httpsys/endpoint.ts';
import { recordsByEndpoint } from '../../../shared/httpsys/record-index.ts';
import type { Endpoint } from '../../../shared/model/endpoint.ts';
import type { IisBinding, IisConfig } from '../../../shared/model/facts/iis.ts';
import { bindingText } from '../../../shared/rules/words.ts';
import { UserError } from '../../app/user-error.ts';
import { ownSite, refuseShared } from '../agent-site.ts';
import { appcmdBackup } from '../backup/appcmd-backup.ts';
import type { LiveState } from '../live-state.ts';
import { provenByFindings } from '../proof.ts';
import { defineRepair, plainDesign, type Design, type RepairRequest } from '../repair.ts';
import { certificateWords } from '../steps/netsh.ts';

const provenBy = ['iis.httpsBinding'] as const;
type State = LiveState<'iisConfig' | 'httpSysLive'>;

/** KB172128: site 1 gets an https binding on port 443. HTTP.SYS is not told, so a record may have to follow. */
export const createHttpsBinding = defineRepair({
  id: 'create-https-binding',
  needs: { all: ['iisConfig', 'httpSysLive'] },
  needsReboot: false,
  provenBy,
  backups: [appcmdBackup],
  design,
  unproven: provenByFindings(provenBy),
});

function design({ endpoint: wanted }: RepairRequest, { facts: { iisConfig, httpSysLive } }: State): Design {
  const { id, name, bindings } = ownSite(iisConfig);
  refuseShared(iisConfig);
  const binding = bindingFor(wanted);
  const [endpoint = null] = endpointsOfBinding(binding);
  if (bindings.some((own) => own.protocol === 'https' && (wanted === null || isSame(own, binding)))) {
    return plainDesign([], { endpoint });
  }
  refuseTaken(iisConfig, binding);
  const record = endpoint && recordsByEndpoint(httpSysLive.records).get(endpointKey(endpoint));
  const words = endpoint === null ? '' : formatEndpoint(endpoint);
  const alsoHits = record
    ? [`HTTP.SYS has a record for ${words} already, which will serve this binding: ${certificateWords(record)}.`]
    : [
        `HTTP.SYS has no record for ${words}, and appcmd makes none: bind the certificate next. Until then a handshake is reset.`,
      ];
  return plainDesign([{ kind: 'iisBinding', change: 'add', site: { id, name }, binding }], { endpoint, alsoHits });
}

/** `*:443:` unless another address or port is asked for. @throws UserError refused */
function bindingFor(wanted: Endpoint | null): IisBinding {
  if (wanted !== null && wanted.kind !== 'ip') {
    throw new UserError(
      'refused',
      'A binding by host name or for the Central Certificate Store is not created here: the package server asks for its site by name on any address (KB172128 uses port 443 without a name). Use IIS Manager for such a binding.',
    );
  }
  const any = wanted === null || wanted.address === '0.0.0.0';
  return { protocol: 'https', address: any ? '*' : wanted.address, port: wanted?.port ?? 443, host: '', sslFlags: 0 };
}

const isSame = (a: IisBinding, b: IisBinding): boolean => bindingText(a) === bindingText(b);

/** Two sites with the same binding cannot both be started. @throws UserError refused */
function refuseTaken({ sites }: IisConfig, binding: IisBinding): void {
  const other = sites.find(({ bindings }) => bindings.some((own) => isSame(own, binding)));
  if (other === undefined) return;
  throw new UserError(
    'refused',
    `The site "${other.name}" (id ${other.id}) has the binding ${bindingText(binding)}, and only one site can be started with it. Give that site another port or a host name first.`,
  );
}
