import { expect, it } from 'vitest';
import type { HandshakeAttempt } from '../model/facts/tls.ts';
import type { Result } from '../model/result.ts';
import { asFacts, attempt, binding, context, soundServer, thumbprint } from '../rules/sample-server.ts';
import { attemptState } from './attempt-state.ts';

function resultOf(change?: (server: ReturnType<typeof soundServer>) => void): Result {
  const server = soundServer();
  change?.(server);
  const { now, fqdn, addresses } = context;
  return { startedAt: now, target: { fqdn, addresses }, facts: asFacts(server) } as unknown as Result;
}

it.each<[string, HandshakeAttempt | undefined, string]>([
  ['the certificate that is meant', attempt(), 'sound'],
  ['another certificate', attempt({ thumbprint: thumbprint('B') }), 'broken'],
  ['a certificate that was not read', attempt({ thumbprint: null }), 'unknown'],
  ['none: it was reset', attempt({ outcome: 'reset', thumbprint: null }), 'broken'],
  [
    'one that Windows does not trust',
    attempt({ client: 'schannel', trustErrors: ['RemoteCertificateChainErrors'] }),
    'broken',
  ],
  ['one of a port without a binding', attempt({ port: 8443 }), 'unknown'],
  ['none: nobody asked', undefined, 'unknown'],
])('a handshake that got %s', (_words, tried, state) => {
  expect(attemptState(tried, resultOf())).toBe(state);
});

it('does not know what is meant where the certificates come from the Central Certificate Store', () => {
  const central = resultOf(({ iisConfig }) => {
    iisConfig.sites[0]!.bindings = [binding({ host: context.fqdn ?? '', sslFlags: 3 })];
  });
  expect(attemptState(attempt({ serverName: context.fqdn }), central)).toBe('unknown');
});
