import { addCommand, deleteCommand, leftOut } from '../rules/httpsys-ip-listen.ts';
import type { CauseRule } from './cause-rule.ts';
import { weigh, withStatus } from './weigh.ts';

/** A command stands on a line of its own that begins with two blanks. */
const commands = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);

export const ipListen: CauseRule = {
  id: 'ip-listen',
  title: 'The IP listen list of HTTP.SYS leaves out the address of the site',
  explain(context) {
    const [list, config] = [context.fact('ipListen'), context.fact('iisConfig')];
    if (context.finding('httpsys.ipListen')?.status !== 'fail' || !list || !config) return null;
    const because = ['httpsys.ipListen', ...withStatus(context, ['tls.handshake'], 'fail', 'warn')] as const;
    const against = withStatus(context, ['tls.handshake'], 'pass');
    return {
      likelihood: weigh(because, against),
      because: [...because],
      against,
      remedies: [],
      advice: [
        'Ask the owner of the server first why the list is there. To add what is missing, run elevated:',
        ...commands(leftOut(list, config, context.addresses).map(addCommand)),
        'Or empty the list, so that HTTP.SYS listens on every address:',
        ...commands(list.addresses.map(deleteCommand)),
        'Then restart Windows, or the HTTP service with all that depends on it.',
      ].join('\n'),
    };
  },
};
