import { isKeyEvent, siteEvents } from '../rules/system-events.ts';
import type { CauseContext, CauseRule } from './cause-rule.ts';
import { weigh, withStatus } from './weigh.ts';

export const privateKey: CauseRule = {
  id: 'private-key',
  title: 'The private key of the certificate is missing or cannot be used',
  explain(context) {
    if (context.finding('cert.privateKey')?.status !== 'fail') return null;
    const because = [
      'cert.privateKey',
      ...withStatus(context, ['tls.handshake'], 'fail'),
      ...(logged(context) ? (['events.sslChanges'] as const) : []),
    ] as const;
    const against = withStatus(context, ['tls.handshake'], 'pass');
    return {
      likelihood: weigh(because, against),
      because: [...because],
      against,
      remedies: ['repair-private-key', 'rebind-certificate', 'refresh-packages'],
      advice:
        'Where the key is on the server and only the link to it is lost, the repair can put it back. Else import the certificate again together with its key (a .pfx), into the machine store, then bind it anew.',
    };
  },
};

/** Schannel 36870, or HTTP.SYS's 15021: the certificate of an endpoint could not be used. */
function logged(context: CauseContext): boolean {
  const [events, config] = [context.fact('events') ?? [], context.fact('iisConfig')];
  return events.some(isKeyEvent) || (config !== undefined && siteEvents(events, config).some(({ id }) => id === 15021));
}
