import type { CauseRule } from './cause-rule.ts';
import { weigh, withStatus } from './weigh.ts';

export const tlsDisabled: CauseRule = {
  id: 'tls-disabled',
  title: 'TLS 1.2 is switched off in Schannel',
  explain(context) {
    if (context.finding('tls.protocols')?.status !== 'fail') return null;
    const refused = context
      .fact('handshakes')
      ?.attempts.some(
        ({ outcome, offered }) => outcome === 'protocol' || (offered === 'TLSv1.2' && outcome !== 'completed'),
      );
    const failed = withStatus(context, ['tls.handshake'], 'fail', 'warn');
    // What an older client or TLS 1.3 gets says nothing for TLS 1.2.
    const because = [
      'tls.protocols',
      ...(failed.length > 0 ? failed : refused ? (['tls.handshake'] as const) : []),
    ] as const;
    const against = refused ? [] : withStatus(context, ['tls.handshake'], 'pass');
    return {
      likelihood: weigh(because, against),
      because: [...because],
      against,
      remedies: [],
      advice: String.raw`Set Enabled to 1 and DisabledByDefault to 0 below HKLM\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.2\Server, or remove both values, then restart Windows. A group policy or a hardening tool may have set them: change it there.`,
    };
  },
};
