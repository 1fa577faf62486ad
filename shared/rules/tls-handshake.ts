import type { HandshakeAttempt, HandshakeOutcome } from '../model/facts/tls.ts';
import { isByName, noHttpsBinding, siteEndpoints } from './site-endpoints.ts';
import { isPlain, siteAttempts } from './site-attempts.ts';
import { listOf, paragraphs, whyItMatters } from './words.ts';
import { defineRule } from './rule.ts';

export const tlsHandshake = defineRule({
  id: 'tls.handshake',
  title: 'Do TLS handshakes with the site complete, on every address and by the own name?',
  kb: ['KB172128'],
  needs: { all: ['handshakes'], any: [], also: ['iisConfig'] },
  concludes: {
    pass: 'Every handshake completes.',
    warn: 'Some complete, others do not.',
    fail: 'None completes.',
  },
  decisive: true,
  applicable: ({ iisConfig }) => (iisConfig ? noHttpsBinding(iisConfig) : null),
  judge({ handshakes, iisConfig }, context) {
    const attempts = siteAttempts(handshakes, iisConfig, context).map(({ attempt }) => attempt);
    // While the bindings are not known, a failure under any name stands against a pass.
    const unsure = iisConfig
      ? []
      : handshakes.attempts.filter((attempt) => isPlain(attempt) && !attempts.includes(attempt));
    const failed = [...attempts, ...unsure].filter(({ outcome }) => outcome !== 'completed');
    const completed = attempts.filter(({ outcome }) => outcome === 'completed');
    const seen = paragraphs(
      completed.length > 0 ? `Completed: ${listOf(completed.map(attemptText))}.` : '',
      failed.length > 0 ? `Not completed: ${listOf(failed.map(failureText))}.` : '',
    );
    if (attempts.length === 0) {
      return {
        status: 'notRun',
        reason: 'failed',
        summary: 'Not checked: no handshake with the site was tried.',
        detail: 'The HTTPS endpoints of the site gave no address on this server to connect to.',
      };
    }
    if (completed.length === 0) {
      return {
        status: 'fail',
        summary: `No TLS handshake with the site completes: ${listOf(failed.map(({ outcome }) => outcomeWords[outcome]))}.`,
        detail: paragraphs(
          seen,
          `Nothing can be had from this site by HTTPS. ${whyItMatters}`,
          'Look at the records of HTTP.SYS and at their certificates, which must be in the store with a private key: Windows resets a handshake for which it has no usable certificate.',
        ),
      };
    }
    const some = `${completed.length} of ${completed.length + failed.length} TLS handshakes with the site complete`;
    const byName = iisConfig !== undefined && [...siteEndpoints(iisConfig).values()].every(isByName);
    if (failed.length > 0 && byName && failed.every(({ serverName }) => serverName === null)) {
      return {
        status: 'warn',
        summary: `${some}: without a name none does, as is usual for bindings by name (SNI).`,
        detail: paragraphs(
          seen,
          'Whether the package server sends a name when it tests its own web site is not documented: if it sends none, it is not served.',
          'If nothing else explains the fault, give the site a binding without a host name and without SNI beside this one.',
        ),
      };
    }
    if (failed.length > 0) {
      return {
        status: 'warn',
        summary: `${some}; the others do not.`,
        detail: paragraphs(
          seen,
          'Which address and name the package server uses when it tests its own web site is not documented: it may be one of those that fail.',
          'Compare the address and the name of those with the records of HTTP.SYS.',
        ),
      };
    }
    return {
      status: 'pass',
      summary: `All ${attempts.length} TLS handshakes with the site complete.`,
      detail: seen,
    };
  },
});

const outcomeWords: Readonly<Record<HandshakeOutcome, string>> = {
  completed: 'completed',
  reset: 'the connection was reset',
  closed: 'the connection was closed',
  refused: 'the connection was refused, for nothing listens there',
  timedOut: 'there was no answer in time',
  protocol: 'the two sides found no common TLS protocol or cipher',
  otherError: 'the connection failed',
};

const attemptText = ({ address, port, serverName }: HandshakeAttempt): string =>
  `${address.includes(':') ? `[${address}]` : address}:${port} ${serverName === null ? 'without a name' : `as ${serverName}`}`;

const failureText = (attempt: HandshakeAttempt): string => `${attemptText(attempt)} (${outcomeWords[attempt.outcome]})`;
