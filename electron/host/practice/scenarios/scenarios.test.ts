import { afterEach, describe, expect, it } from 'vitest';
import { languageNames } from '../languages/languages.ts';
import { World } from '../model/world.ts';
import { createPracticeServer, listScenarios, type PracticeServer } from '../practice-server.ts';
import { accessOwnSite } from '../self-access.ts';
import { daysAgo } from './package-server.ts';

const open: PracticeServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.dispose()));
});

/** What a client gets on the server's address under its name, on loopback without a name, and what the agent says of itself since. */
async function look(scenario: string) {
  const server = await createPracticeServer({ scenario });
  open.push(server);
  const world = await server.world();
  const { fqdn } = world.windows;
  const shake = async (address: string, serverName: string | null) => {
    const http = { path: '/', host: fqdn };
    const question = { name: 'tls', address, port: 443, serverName, timeoutMs: 5000, http };
    const { outcome, http: answer } = await server.host.connectTls(question);
    return answer === null ? outcome : `${outcome} ${answer.status}`;
  };
  const access = accessOwnSite(world, 443, new Date(), ['TLSv1.2']);
  const since = daysAgo(1.6).toISOString();
  const said = new Set((world.agent?.log ?? []).filter(({ at }) => at > since).map(({ text }) => text));
  const known = {
    'not by HTTPS': 'Package Server could not access own Web Site using HTTPS',
    'not trusted': 'Package Server is configured to publish http(s) codebases, but could not access its own web site',
    features: 'Not all required Features of IIS are installed.',
    site: 'CAeXNSCPkgSvr::Start failed.',
    key: 'CAeXNSCPkgSvr::FinalConstruct failed.',
  };
  const entries = Object.entries(known).filter(([, text]) => [...said].some((line) => line.startsWith(text)));
  return [
    await shake('10.20.30.7', fqdn),
    await shake('127.0.0.1', null),
    access.outcome === 'answered' ? access.trustErrors.join() : access.outcome,
    entries.map(([name]) => name).join(),
  ];
}

const fine = ['completed 200', 'completed 200', '', ''];
const reset = ['reset', 'reset', 'reset', 'not by HTTPS'];
const untrusted = (error: string) => ['completed 200', 'completed 200', error, 'not by HTTPS,not trusted'];

const expected: Readonly<Record<string, string[]>> = {
  'stale-binding': reset,
  'missing-record': reset,
  healthy: fine,
  'foreign-owner': untrusted('RemoteCertificateNameMismatch'),
  'policy-not-forced': untrusted('RemoteCertificateNameMismatch,UntrustedRoot'),
  'legacy-metabase': reset,
  'shadowed-endpoint': untrusted('RemoteCertificateNameMismatch,UntrustedRoot'),
  'sni-only': ['completed 200', 'reset', '', ''],
  'wildcard-sni': fine,
  'central-store': ['completed 200', 'reset', '', ''],
  'missing-features': ['completed 200', 'completed 200', '', 'features'],
  'missing-features-source': ['completed 200', 'completed 200', '', 'features'],
  'restart-needed': fine,
  'missing-site': ['completed 200', 'completed 200', '', 'site'],
  'stopped-site': ['completed 404', 'completed 404', '', 'not by HTTPS'],
  'stopped-app-pool': ['completed 503', 'completed 503', '', 'not by HTTPS'],
  'stopped-web-service': ['refused', 'refused', 'refused', 'not by HTTPS'],
  'protocols-http-only': fine,
  'missing-https-binding': ['completed 404', 'completed 404', '', 'not by HTTPS'],
  'certificate-missing': reset,
  'private-key-missing': reset,
  'private-key-unusable': reset,
  'certificate-expired': untrusted('NotTimeValid'),
  'certificate-expiring': fine,
  'certificate-name': untrusted('RemoteCertificateNameMismatch'),
  'certificate-usage': untrusted('NotValidForUsage'),
  'untrusted-chain': untrusted('PartialChain'),
  'tls-disabled': ['completed 200', 'completed 200', 'noProtocol', 'not by HTTPS'],
  'port-taken': untrusted('RemoteCertificateNameMismatch,UntrustedRoot'),
  'ip-listen': ['refused', 'completed 200', 'refused', 'not by HTTPS'],
  'agent-stopped': fine,
  'agent-registry-access': ['completed 200', 'completed 200', '', 'key'],
  'notification-server': fine,
  'several-faults': ['reset', 'reset', 'reset', 'features'],
  'server-core': reset,
  'not-elevated': reset,
};

describe('scenarios', () => {
  it('are at least 28, each with a name of its own, in every language that Windows speaks here', () => {
    const all = listScenarios();
    expect(all.length).toBeGreaterThanOrEqual(28);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(Object.keys(expected).toSorted()).toEqual(all.map(({ id }) => id).toSorted());
    expect(new Set(all.map(({ language }) => language))).toEqual(new Set(languageNames));
    expect(new Set(all.map(({ build }) => build))).toEqual(new Set([14393, 17763, 20348, 26100]));
  });

  it.each(Object.entries(expected))('%s behaves as its title says', async (scenario, seen) => {
    expect(await look(scenario)).toEqual(seen);
  });

  it.each(listScenarios().map(({ id }, index) => [id, languageNames[index % languageNames.length]!]))(
    '%s is a valid world in %s as well',
    async (scenario, language) => {
      const server = await createPracticeServer({ scenario, language, build: 26100 });
      open.push(server);
      expect(World.parse(await server.world())).toMatchObject({ scenario, language, windows: { build: 26100 } });
    },
  );
});

describe('the history of a server', () => {
  const lastError = (world: World) => world.agent?.log.findLast(({ severity }) => severity === 1)?.at ?? '';
  const events = (world: World, ...ids: number[]) => world.events.filter(({ id }) => ids.includes(id));

  it('is quiet until the scenario happened', async () => {
    for (const scenario of ['healthy', 'stale-binding', 'policy-not-forced']) {
      const server = await createPracticeServer({ scenario });
      open.push(server);
      const world = await server.world();
      const before = (world.agent?.log ?? []).filter(({ at }) => at < daysAgo(1.6).toISOString());
      expect(before.length).toBeGreaterThan(15);
      expect(before.every(({ severity }) => severity === 4)).toBe(true);
      expect(lastError(world) === '').toBe(scenario === 'healthy');
    }
  });

  it('tells in the System log what HTTP.SYS met', async () => {
    const world = async (scenario: string) => {
      const server = await createPracticeServer({ scenario });
      open.push(server);
      return server.world();
    };
    expect(events(await world('healthy'), 15021, 15300, 15301, 36870)).toEqual([]);
    expect(events(await world('stale-binding'), 15021).map(({ data }) => data[1]?.value)).toEqual(['0.0.0.0:443']);
    expect(events(await world('private-key-unusable'), 36870, 15021)).toHaveLength(2);
    expect(events(await world('port-taken'), 15005).length).toBeGreaterThan(0);
    const legacy = await world('legacy-metabase');
    const [deleted] = events(legacy, 15300);
    expect(deleted && deleted.at > legacy.windows.bootTime).toBe(true);
    expect(events(legacy, 15301)).toEqual([]);
  });
});
