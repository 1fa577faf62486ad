import { expect, it } from 'vitest';
import { chainsOf } from '../../shared/map/chain.ts';
import type { NodeId } from '../../shared/map/nodes.ts';
import type { Result } from '../../shared/model/result.ts';
import { createPracticeServer, parsePracticeTarget } from '../host/practice/practice-server.ts';
import { startDiagnosis } from './run.ts';

async function diagnose(scenario: string): Promise<Result> {
  const server = await createPracticeServer(parsePracticeTarget(`practice:${scenario}`));
  try {
    return await startDiagnosis(server.host).done;
  } finally {
    await server.dispose();
  }
}

/** What looks whole from its own facts, and is not: another program or site answers, or no client can use it. */
it.each<[string, NodeId[]]>([
  ['stopped-app-pool', ['request']],
  ['stopped-site', ['request', 'binding']],
  ['port-taken', ['request', 'wire', 'binding']],
  ['tls-disabled', ['wire']],
  ['certificate-expired', ['request', 'wire', 'certificate']],
  ['certificate-name', ['request', 'wire', 'certificate']],
  ['ip-listen', ['request', 'wire', 'httpSys']],
  ['central-store', []],
])('draws of %s %j as broken', async (scenario, places) => {
  const nodes = chainsOf(await diagnose(scenario))?.flatMap((chain) => chain.nodes) ?? [];
  expect(nodes.filter(({ state }) => state === 'broken').map(({ id }) => id)).toEqual(places);
});

it('takes no message of the agent back because another product wrote the record', async () => {
  const { findings } = await diagnose('policy-not-forced');
  expect(findings.find(({ id }) => id === 'agent.log')?.status).toBe('fail');
});
