import { createAuthority } from './authority.ts';
import { useCertificate } from './arranging.ts';
import type { ScenarioDefinition } from './scenario-definition.ts';

export const untrustedChain: ScenarioDefinition = {
  id: 'untrusted-chain',
  title: 'The authority of the certificate is not trusted on this server',
  language: 'tr-TR',
  build: 20348,
  expectedCause: 'untrusted-chain',
  alsoCauses: [],
  curedBy: [],
  notOffered: ['rebind-certificate', 'create-https-binding'],
  async arrange(server) {
    const { fqdn } = server.world.windows;
    const stranger = await createAuthority('CN=Acquired Company CA');
    const certificate = await stranger.issue({ subject: `CN=${fqdn}`, dns: [fqdn] });
    useCertificate(server, { ...certificate, chain: 'untrusted', chainStatus: ['PartialChain'] });
  },
};
