import type { FactValue } from '../model/facts.ts';
import type { IisConfig } from '../model/facts/iis.ts';
import { decide } from './decide.ts';
import { boundPorts, isHttpSys, otherListeners, portsOf } from './port-listeners.ts';
import { defineRule, type Verdict } from './rule.ts';
import { listOf, paragraphs, whyItMatters } from './words.ts';

export const portOwner = defineRule({
  id: 'port.owner',
  title: 'Who listens on the HTTPS port?',
  kb: ['KB172128'],
  needs: { all: ['listeners'], any: [], also: ['iisConfig', 'handshakes'] },
  concludes: {
    pass: 'HTTP.SYS (process 4) alone.',
    info: 'Nobody, and there is no binding either; or HTTP.SYS, while the bindings are not known.',
    warn: 'Nobody, while a binding is there and handshakes on the port are completed: the list is not whole.',
    fail: 'Another program; or nobody, while a binding is there.',
  },
  decisive: false,
  judge: ({ listeners, iisConfig, handshakes }) =>
    decide(
      portsOf(iisConfig).map((port) => {
        const answered = handshakes?.attempts.some((each) => each.port === port && each.outcome === 'completed');
        return judgePort(port, listeners, iisConfig, answered ?? false);
      }),
    )!,
});

function judgePort(
  port: number,
  listeners: FactValue<'listeners'>,
  config: IisConfig | undefined,
  answered: boolean,
): Verdict {
  const here = listeners.filter((listener) => listener.port === port);
  const others = otherListeners(listeners, port);
  // Process ids change with every start: they stand in the evidence, not here.
  const seen = `netstat shows for port ${port}: ${here.length === 0 ? 'nobody' : listOf(here.map(listenerText))}.`;
  if (others.length > 0) {
    return {
      status: 'fail',
      summary: `Another program listens on port ${port}: ${listOf(others.map(({ owner }) => owner ?? 'name not known'))}.`,
      detail: paragraphs(
        seen,
        `IIS cannot serve where another program has the port, whatever bindings and records say. ${whyItMatters}`,
        'Move that program to another port, or stop it; binding a certificate anew changes nothing here.',
      ),
    };
  }
  if (here.length > 0) {
    const summary = `HTTP.SYS listens on port ${port}.`;
    return config
      ? { status: 'pass', summary, detail: seen }
      : { status: 'info', summary: `${summary} The bindings of the site are not known.`, detail: seen };
  }
  if (!config || !boundPorts(config).includes(port)) {
    return { status: 'info', summary: `Nobody listens on port ${port}, and no binding is known for it.`, detail: seen };
  }
  if (answered) {
    return {
      status: 'warn',
      summary: `netstat shows nobody on port ${port}, yet handshakes on it are completed: its list is not whole.`,
      detail: paragraphs(seen, 'Who listens is not known from it.', 'Run the diagnosis again.'),
    };
  }
  return {
    status: 'fail',
    summary: `Nobody listens on port ${port}, though IIS has a binding for it.`,
    detail: paragraphs(
      seen,
      `The site or the web service does not run, or HTTP.SYS leaves the address out. ${whyItMatters}`,
      'Look first whether the site is started, and whether the IP listen list of HTTP.SYS leaves the address out.',
    ),
  };
}

const listenerText = (listener: FactValue<'listeners'>[number]): string =>
  `${listener.address} by ${isHttpSys(listener) ? 'HTTP.SYS' : 'another program'}${listener.owner === null ? '' : ` (${listener.owner})`}`;
