import { reboot } from '../events/reboot.ts';
import { iisRecord } from '../iis.ts';
import type { Service } from '../model/services.ts';
import { shared443 } from './arranging.ts';
import { selfSigned } from './authority.ts';
import { daysAgo } from './package-server.ts';
import type { ScenarioDefinition } from './scenario-definition.ts';

/** KB172128's second path: it was repaired before, and came back. */
export const policyNotForced: ScenarioDefinition = {
  id: 'policy-not-forced',
  title: 'Since the last reboot another product has the record again, and the policy has no Force',
  language: 'zh-CN',
  build: 26100,
  expectedCause: 'policy-not-forced',
  alsoCauses: [],
  curedBy: ['force-overwrite'],
  notOffered: ['remove-shadowing-record'],
  async arrange({ world }) {
    const other = await selfSigned({ subject: 'CN=contoso-deploy' });
    world.certificates.push(other);
    const record = { ...iisRecord(shared443, other), appId: 'b3f0c1a6-5d0e-4b7e-9a55-0c6a1d2f7e84' };
    world.otherProduct = { name: 'ContosoDeploy', record };
    world.services.push(otherService);
    reboot(world, daysAgo(1.5));
  },
};

/** Writes its record each time it starts. */
const otherService: Service = {
  name: 'ContosoDeploy',
  displayName: 'Contoso Deploy Agent',
  kind: 'own',
  state: 'running',
  pendingUntil: null,
  pid: 2720,
  startMode: 'auto',
  image: String.raw`"C:\Program Files\Contoso\Deploy\deploy.exe"`,
  account: 'LocalSystem',
  dependsOn: ['HTTP'],
  stopMs: 0,
  startMs: 0,
};
