import { randomBytes } from 'node:crypto';
import { changeTables, shared443 } from './arranging.ts';
import type { ScenarioDefinition } from './scenario-definition.ts';

/** KB172128's main case: IIS shows the renewed certificate, HTTP.SYS still names the one it replaced. */
export const staleBinding: ScenarioDefinition = {
  id: 'stale-binding',
  title: 'IIS shows the renewed certificate, HTTP.SYS still has the removed one',
  language: 'en-US',
  build: 20348,
  expectedCause: 'stale-binding',
  alsoCauses: [],
  curedBy: ['rebind-certificate', 'refresh-packages'],
  notOffered: ['create-https-binding'],
  arrange({ world }) {
    const removed = randomBytes(20).toString('hex').toUpperCase();
    changeTables(world, (records) =>
      records.map((record) => (record.endpoint === shared443 ? { ...record, hash: removed } : record)),
    );
  },
};
