import { expect, it } from 'vitest';
import { startDiagnosis } from './run.ts';
import { createPracticeServer, parsePracticeTarget } from '../host/practice/practice-server.ts';
import { sourceWords } from '../../shared/rules/source-words.ts';

it.each([
  ['tls.10.20.30.7.443.no-sni', 'TLS handshake with 10.20.30.7:443, no name sent'],
  ['tls.::1.443.PS07.corp.example', 'TLS handshake with [::1]:443 as PS07.corp.example'],
  [
    'tls.10.20.30.7.443.PS07.corp.example.TLSv1.2',
    'TLS handshake with 10.20.30.7:443 as PS07.corp.example, TLSv1.2 only',
  ],
  ['file.agentLog.agent1.log', 'Log of the agent, agent1.log'],
  ['something.new', 'something.new'],
])('%s', (name, words) => {
  expect(sourceWords(name)).toBe(words);
});

it.each(['stale-binding', 'port-taken', 'several-faults'])(
  'has words of its own for every answer that a diagnosis of %s rests on',
  async (scenario) => {
    const server = await createPracticeServer(parsePracticeTarget(`practice:${scenario}`));
    const { facts, findings } = await startDiagnosis(server.host).done;
    await server.dispose();
    const names = new Set([...Object.values(facts), ...findings].flatMap(({ evidence }) => evidence));
    expect([...names].filter((name) => sourceWords(name) === name)).toEqual([]);
    expect(new Set([...names].map(sourceWords)).size).toBe(names.size);
  },
);
