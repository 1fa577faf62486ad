import { refusesTls12 } from '../rules/tls-protocols.ts';
import type { CauseRule } from './cause-rule.ts';
import { weigh, withStatus } from './weigh.ts';

export const tlsDisabled: CauseRule = {
  id: 'tls-disabled',
  title: 'TLS 1.2 is switched off in Schannel',
  explain(context) {
    if (context.finding('tls.protocols')?.status !== 'fail') return null;
    const handshakes = context.fact('handshakes');
    const refused = handshakes !== undefined && refusesTls12(handshakes);
    const because = ['tls.protocols', ...withStatus(context, ['tls.handshake'], 'fail', 'warn')] as const;
    // Handshakes that complete by another version say nothing for TLS 1.2 where it is refused.
    const against = refused ? [] : withStatus(context, ['tls.handshake'], 'pass');
    return {
      // The registry says that it is off, and the wire that it is refused.
      likelihood: refused ? 'confirmed' : weigh(because, against),
      because: [...because],
      against,
      remedies: [],
      advice: String.raw`Set Enabled to 1 and DisabledByDefault to 0 below HKLM\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.2\Server, or remove both values, then restart Windows. A group policy or a hardening tool may have set them: change it there.`,
    };
  },
};
