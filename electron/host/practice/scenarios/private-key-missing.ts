import type { ScenarioDefinition } from './scenario-definition.ts';

export const privateKeyMissing: ScenarioDefinition = {
  id: 'private-key-missing',
  title: 'The certificate lost the link to its private key',
  language: 'de-DE',
  build: 26100,
  expectedCause: 'private-key',
  alsoCauses: [],
  curedBy: ['repair-private-key', 'refresh-packages'],
  notOffered: ['create-https-binding'],
  arrange({ certificate }) {
    certificate.key = 'missing';
  },
};
