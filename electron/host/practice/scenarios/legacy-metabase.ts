import { randomBytes } from 'node:crypto';
import { reboot } from '../events/reboot.ts';
import { daysAgo } from './package-server.ts';
import type { ScenarioDefinition } from './scenario-definition.ts';

/** Microsoft KB 2025598: the hash of a certificate that is long gone, replayed each time the layer starts. */
export const legacyMetabase: ScenarioDefinition = {
  id: 'legacy-metabase',
  title: 'After a reboot the IIS 6 metabase layer deleted the record',
  language: 'de-DE',
  build: 17763,
  expectedCause: 'legacy-metabase',
  alsoCauses: ['missing-record'],
  curedBy: ['remove-legacy-metabase', 'rebind-certificate', 'refresh-packages'],
  notOffered: ['create-https-binding'],
  arrange({ world }) {
    const removed = randomBytes(20).toString('base64');
    world.iis.customMetadata.push({
      path: 'LM/W3SVC/1',
      properties: [
        { id: 1018, dataType: 'String', userType: 1, value: '' },
        { id: 5506, dataType: 'Binary', userType: 1, value: removed },
        { id: 5511, dataType: 'String', userType: 1, value: 'MY' },
      ],
    });
    reboot(world, daysAgo(1.5));
  },
};
