import type { ScenarioDefinition } from './scenario-definition.ts';

/** Schannel tells it as event 36870. */
export const privateKeyUnusable: ScenarioDefinition = {
  id: 'private-key-unusable',
  title: 'The private key of the certificate cannot be used (1312)',
  language: 'ja-JP',
  build: 17763,
  expectedCause: 'private-key',
  alsoCauses: [],
  curedBy: [],
  notOffered: ['create-https-binding'],
  arrange({ certificate }) {
    certificate.key = 'unusable';
  },
};
