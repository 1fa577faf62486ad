import type { RepairId } from '../../shared/model/repair-id.ts';
import { createHttpsBinding } from './create-https-binding/create-https-binding.ts';
import { enableHttpsProtocol } from './enable-https-protocol/enable-https-protocol.ts';
import { forceOverwrite } from './force-overwrite/force-overwrite.ts';
import { installFeatures } from './install-features/install-features.ts';
import { rebindCertificate } from './rebind-certificate/rebind-certificate.ts';
import { refreshPackages } from './refresh-packages/refresh-packages.ts';
import { removeLegacyMetabase } from './remove-legacy-metabase/remove-legacy-metabase.ts';
import { removeShadowingRecord } from './remove-shadowing-record/remove-shadowing-record.ts';
import { repairPrivateKey } from './repair-private-key/repair-private-key.ts';
import type { AnyRepair } from './repair.ts';
import { restartAgent } from './restart-agent/restart-agent.ts';
import { startSite } from './start-site/start-site.ts';

const repairs: Readonly<Record<RepairId, AnyRepair>> = {
  'install-features': installFeatures,
  'remove-legacy-metabase': removeLegacyMetabase,
  'create-https-binding': createHttpsBinding,
  'enable-https-protocol': enableHttpsProtocol,
  'start-site': startSite,
  'repair-private-key': repairPrivateKey,
  'remove-shadowing-record': removeShadowingRecord,
  'rebind-certificate': rebindCertificate,
  'force-overwrite': forceOverwrite,
  'restart-agent': restartAgent,
  'refresh-packages': refreshPackages,
};

export const repairOf = (id: RepairId): AnyRepair => repairs[id];
