import type { CauseRule } from './cause-rule.ts';
import { weigh, withStatus } from './weigh.ts';

export const ipListen: CauseRule = {
  id: 'ip-listen',
  title: 'The IP listen list of HTTP.SYS leaves out the address of the site',
  explain(context) {
    const list = context.fact('ipListen')?.addresses ?? [];
    if (context.finding('httpsys.ipListen')?.status !== 'fail') return null;
    const because = ['httpsys.ipListen', ...withStatus(context, ['tls.handshake'], 'fail', 'warn')] as const;
    const against = withStatus(context, ['tls.handshake'], 'pass');
    return {
      likelihood: weigh(because, against),
      because: [...because],
      against,
      remedies: [],
      advice: [
        'Nobody knows better than the owner of the server why the list is there: ask first. To add an address, elevated:',
        '  netsh http add iplisten ipaddress=ADDRESS',
        'To empty it, so that HTTP.SYS listens on every address:',
        ...list.map((address) => `  netsh http delete iplisten ipaddress=${address}`),
        'Then restart Windows, or the HTTP service with all that depends on it.',
      ].join('\n'),
    };
  },
};
