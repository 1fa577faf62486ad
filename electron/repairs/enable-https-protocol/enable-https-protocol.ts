import { ownSite, refuseShared } from '../agent-site.ts';
import { appcmdBackup } from '../backup/appcmd-backup.ts';
import { provenByFindings } from '../proof.ts';
import { defineRepair, plainDesign } from '../repair.ts';

const provenBy = ['iis.enabledProtocols'] as const;

const notNeeded =
  'IIS itself does not need this: it takes http or https for both (Microsoft, enabledProtocols). KB155223 asks for https on the Notification Server only, so do not expect that this alone makes the package server publish HTTPS codebases.';

/** KB155223's setting, on the package server's site. */
export const enableHttpsProtocol = defineRepair({
  id: 'enable-https-protocol',
  needs: { all: ['iisConfig'] },
  needsReboot: false,
  provenBy,
  backups: [appcmdBackup],
  design(_request, { facts: { iisConfig } }) {
    const { id, name, enabledProtocols: before } = ownSite(iisConfig);
    refuseShared(iisConfig);
    const enabled = before.map((protocol) => protocol.toLowerCase());
    const missing = ['http', 'https'].filter((protocol) => !enabled.includes(protocol));
    if (missing.length === 0) return plainDesign([]);
    const alsoHits = missing.length === 1 ? [notNeeded] : [];
    return plainDesign([{ kind: 'iisProtocols', site: { id, name }, before, after: [...before, ...missing] }], {
      alsoHits,
    });
  },
  unproven: provenByFindings(provenBy),
});
