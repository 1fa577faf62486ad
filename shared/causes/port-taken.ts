import type { FactValue } from '../model/facts.ts';
import { otherListeners, portsOf } from '../rules/port-listeners.ts';
import { listOf } from '../rules/words.ts';
import type { CauseContext, CauseRule } from './cause-rule.ts';
import { weigh, withStatus } from './weigh.ts';

/** The programs that have an HTTPS port of the site instead of HTTP.SYS. */
export function portTakenBy(context: CauseContext): FactValue<'listeners'> {
  const listeners = context.fact('listeners') ?? [];
  return portsOf(context.fact('iisConfig')).flatMap((port) => otherListeners(listeners, port));
}

export const portTaken: CauseRule = {
  id: 'port-taken',
  title: 'Another program listens on the HTTPS port',
  explain(context) {
    const others = portTakenBy(context);
    if (others.length === 0) return null;
    const because = [
      ...withStatus(context, ['port.owner'], 'fail'),
      ...withStatus(context, ['iis.site', 'tls.served', 'tls.handshake'], 'fail').slice(0, 1),
    ];
    const names = listOf(others.map(({ owner }) => owner ?? 'a program whose name is not known'));
    const ports = listOf(others.map(({ port }) => String(port)));
    return {
      likelihood: weigh(because, []),
      because,
      against: [],
      remedies: [],
      advice: `Port ${ports} belongs to ${names}. Move that program to another port or stop it, then start the web site. Binding a certificate anew changes nothing here.`,
    };
  },
};
