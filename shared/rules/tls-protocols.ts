import type { Handshakes } from '../model/facts/tls.ts';
import { defineRule } from './rule.ts';
import { listOf, paragraphs, whyItMatters } from './words.ts';

const needed = 'TLS 1.2';
const old = ['SSL 2.0', 'SSL 3.0', 'TLS 1.0', 'TLS 1.1'];

/** Whether the wire refuses TLS 1.2. What older clients and TLS 1.3 alone get says nothing for it. */
export const refusesTls12 = ({ attempts }: Handshakes): boolean =>
  attempts.some(({ offered, outcome }) =>
    offered === undefined ? outcome === 'protocol' : offered === 'TLSv1.2' && outcome !== 'completed',
  );

export const tlsProtocols = defineRule({
  id: 'tls.protocols',
  title: 'Is TLS 1.2 switched on in Schannel for servers?',
  kb: ['KB172128'],
  needs: { all: ['schannel'], any: [], also: ['handshakes'] },
  concludes: {
    pass: 'TLS 1.2 is on, or left to the default, which is on.',
    warn: 'Older protocols are switched on by hand, TLS 1.2 is left to the default: set by halves.',
    fail: 'TLS 1.2 is off; the summary says whether the wire refuses it too. (No article on ITMS names it: it is Windows that needs it.)',
  },
  decisive: false,
  judge({ schannel: { protocols }, handshakes }) {
    const set = Object.entries(protocols).filter(([, setting]) => setting !== 'default');
    const seen = `The registry (SCHANNEL\\Protocols, Server) sets ${
      set.length === 0
        ? 'nothing: every protocol is left to the default'
        : listOf(set.map(([name, value]) => `${name} ${value}`))
    }.`;
    const tls12 = protocols[needed] ?? 'default';
    if (tls12 === 'off') {
      const refused = handshakes !== undefined && refusesTls12(handshakes);
      return {
        status: 'fail',
        summary: refused
          ? 'TLS 1.2 is switched off in Schannel, and the wire refuses it.'
          : 'TLS 1.2 is switched off in Schannel.',
        detail: paragraphs(
          seen,
          refused ? 'On the wire a handshake that offers TLS 1.2, and nothing newer, does not complete.' : '',
          `HTTP.SYS offers what Schannel allows; clients that need TLS 1.2 find no common protocol. That agents need it is possible; no article on ITMS says so. ${whyItMatters}`,
          'Set Enabled to 1 and DisabledByDefault to 0 below SCHANNEL\\Protocols\\TLS 1.2\\Server, or remove both, then restart Windows.',
        ),
      };
    }
    const oldOnes = old.filter((name) => protocols[name] === 'on');
    if (oldOnes.length > 0 && tls12 === 'default') {
      return {
        status: 'warn',
        summary: `Schannel is set by halves: ${listOf(oldOnes)} on by hand, TLS 1.2 left to the default.`,
        detail: paragraphs(
          seen,
          'The default has TLS 1.2 on from Windows Server 2012 on; whoever switched the old ones on may have meant to restrict it.',
          'Set TLS 1.2 on, and the old protocols off where nothing needs them.',
        ),
      };
    }
    return { status: 'pass', summary: 'TLS 1.2 is on in Schannel.', detail: seen };
  },
});
