import { siteOne } from './arranging.ts';
import type { ScenarioDefinition } from './scenario-definition.ts';

export const missingHttpsBinding: ScenarioDefinition = {
  id: 'missing-https-binding',
  title: 'The Default Web Site has no https binding',
  language: 'zh-CN',
  build: 20348,
  expectedCause: 'missing-https-binding',
  alsoCauses: [],
  curedBy: ['create-https-binding', 'refresh-packages'],
  notOffered: ['remove-shadowing-record'],
  arrange({ world }) {
    const site = siteOne(world);
    site.bindings = site.bindings.filter(({ protocol }) => protocol !== 'https');
  },
};
