import { siteOne } from './arranging.ts';
import type { ScenarioDefinition } from './scenario-definition.ts';

export const protocolsHttpOnly: ScenarioDefinition = {
  id: 'protocols-http-only',
  title: 'The enabled protocols name http alone, and IIS needs no more',
  language: 'zh-CN',
  build: 17763,
  expectedCause: 'healthy',
  alsoCauses: [],
  curedBy: [],
  notOffered: ['enable-https-protocol', 'rebind-certificate'],
  arrange({ world }) {
    const [root] = siteOne(world).applications;
    if (root !== undefined) root.enabledProtocols = 'http';
  },
};
