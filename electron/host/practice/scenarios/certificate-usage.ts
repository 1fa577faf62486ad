import { useCertificate } from './arranging.ts';
import type { ScenarioDefinition } from './scenario-definition.ts';

export const certificateUsage: ScenarioDefinition = {
  id: 'certificate-usage',
  title: 'The certificate is made for clients, not for servers',
  language: 'es-ES',
  build: 20348,
  expectedCause: 'certificate-usage',
  alsoCauses: [],
  curedBy: [],
  notOffered: ['rebind-certificate', 'create-https-binding'],
  async arrange(server) {
    const { fqdn } = server.world.windows;
    const usage = '1.3.6.1.5.5.7.3.2';
    useCertificate(server, await server.authority.issue({ subject: `CN=${fqdn}`, dns: [fqdn], usage }));
  },
};
