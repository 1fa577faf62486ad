import { useCertificate } from './arranging.ts';
import type { ScenarioDefinition } from './scenario-definition.ts';

/** KB191688. */
export const certificateName: ScenarioDefinition = {
  id: 'certificate-name',
  title: 'The certificate has the external name only',
  language: 'de-DE',
  build: 20348,
  expectedCause: 'certificate-name',
  alsoCauses: [],
  curedBy: [],
  notOffered: ['rebind-certificate', 'create-https-binding'],
  async arrange(server) {
    const external = 'downloads.example.net';
    useCertificate(server, await server.authority.issue({ subject: `CN=${external}`, dns: [external] }));
  },
};
