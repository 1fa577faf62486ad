import { expect, it } from 'vitest';
import { createPracticeServer, parsePracticeTarget } from './practice-server.ts';

it.each(['practice:healthy', 'practice:healthy:de-DE:17763', 'practice:healthy@ps12.corp.example'])(
  '%s is the name of the server that it makes',
  async (text) => {
    const { host } = await createPracticeServer(parsePracticeTarget(text));
    expect(host.name).toBe(text);
    await host.dispose();
  },
);

it('gives a server and its certificate the name that is asked for', async () => {
  const server = await createPracticeServer(parsePracticeTarget('practice:healthy@PS12.branch.example'));
  expect(await server.host.describe()).toMatchObject({ fqdn: 'PS12.branch.example' });
  const answer = await server.host.connectTls({
    name: 'test',
    address: '127.0.0.1',
    port: 443,
    serverName: 'PS12.branch.example',
    timeoutMs: 20_000,
  });
  expect(answer).toMatchObject({ outcome: 'completed' });
  expect(JSON.stringify((await server.world()).windows)).toContain('PS12.branch.example');
  await server.dispose();
});

it.each(['ps12', '-x.corp', 'a..b', 'a b.corp', 'x.corp@y.corp', ''])('takes "%s" for no full name', (name) => {
  expect(() => parsePracticeTarget(`practice:healthy@${name}`)).toThrow(/no full name/u);
});
