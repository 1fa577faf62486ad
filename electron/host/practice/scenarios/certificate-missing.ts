import type { ScenarioDefinition } from './scenario-definition.ts';

export const certificateMissing: ScenarioDefinition = {
  id: 'certificate-missing',
  title: 'The certificate is gone from the store, and no other one fits',
  language: 'en-US',
  build: 17763,
  expectedCause: 'certificate-missing',
  alsoCauses: [],
  curedBy: [],
  notOffered: ['rebind-certificate', 'create-https-binding'],
  arrange({ world, certificate }) {
    world.certificates = world.certificates.filter((one) => one !== certificate);
  },
};
