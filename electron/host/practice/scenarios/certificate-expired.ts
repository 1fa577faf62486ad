import { useCertificate } from './arranging.ts';
import type { ScenarioDefinition } from './scenario-definition.ts';

export const certificateExpired: ScenarioDefinition = {
  id: 'certificate-expired',
  title: 'The certificate expired five days ago, and there is no other',
  language: 'fr-FR',
  build: 20348,
  expectedCause: 'certificate-expired',
  alsoCauses: [],
  curedBy: [],
  notOffered: ['rebind-certificate', 'create-https-binding'],
  async arrange(server) {
    const { fqdn } = server.world.windows;
    const expired = await server.authority.issue({ subject: `CN=${fqdn}`, dns: [fqdn], validDays: [-370, -5] });
    useCertificate(server, { ...expired, chain: 'untrusted', chainStatus: ['NotTimeValid'] });
  },
};
