import { useCertificate } from './arranging.ts';
import type { ScenarioDefinition } from './scenario-definition.ts';

/** KB241066 asks for thirty days. */
export const certificateExpiring: ScenarioDefinition = {
  id: 'certificate-expiring',
  title: 'All is well, but the certificate ends in twelve days',
  language: 'en-US',
  build: 14393,
  expectedCause: 'healthy',
  alsoCauses: [],
  curedBy: [],
  notOffered: ['rebind-certificate'],
  async arrange(server) {
    const { fqdn } = server.world.windows;
    const ending = await server.authority.issue({ subject: `CN=${fqdn}`, dns: [fqdn], validDays: [-353, 12] });
    useCertificate(server, ending);
  },
};
