import { known, type Fact } from '../../shared/model/fact.ts';
import { parseServiceState } from '../../shared/parsers/netsh-service-state.ts';
import { parseNetstat, type Socket } from '../../shared/parsers/netstat.ts';
import { parseTasklist } from '../../shared/parsers/tasklist.ts';
import type { Host } from '../host/host.ts';
import { askCommand } from './ask-command.ts';
import { queueOwners, systemPid } from './listener-owners.ts';
import type { Probe, ProbeContext } from './probe.ts';

const timeoutMs = 30_000;
const agentSiteId = 1;

/** The ports that a package server is asked on by HTTPS. */
async function askedPorts(context: ProbeContext): Promise<Set<number>> {
  const config = await context.fact('iisConfig');
  const sites = config.state === 'known' ? config.value.sites : [];
  const bindings = sites.find(({ id }) => id === agentSiteId)?.bindings ?? [];
  return new Set([443, ...bindings.flatMap(({ protocol, port }) => (protocol === 'https' ? port : []))]);
}

/** A process of its own, so only asked where another program than HTTP.SYS has one of these ports. */
async function processNames(
  host: Host,
  context: ProbeContext,
  sockets: readonly Socket[],
): Promise<Fact<Map<number, string>>> {
  const ports = await askedPorts(context);
  if (!sockets.some(({ port, pid }) => ports.has(port) && pid !== systemPid)) return known(new Map(), []);
  const question = { name: 'tasklist.svc', tool: 'tasklist', args: ['/svc', '/fo', 'csv', '/nh'], timeoutMs } as const;
  return askCommand(host, context, question, ({ stdout }) => parseTasklist(stdout.text));
}

export const listenersProbe: Probe<'listeners'> = {
  fact: 'listeners',
  title: 'Who listens on which port (netstat, netsh)',
  timeoutMs: 2 * timeoutMs,
  async ask(host, context) {
    const [sockets, queues] = await Promise.all([
      askCommand(host, context, { name: 'netstat.ano', tool: 'netstat', args: ['-ano'], timeoutMs }, ({ stdout }) =>
        parseNetstat(stdout.text),
      ),
      askCommand(
        host,
        context,
        {
          name: 'netsh.http.show.servicestate',
          tool: 'netsh',
          // By request queues, so that one without a name keeps its URLs and processes together.
          args: ['http', 'show', 'servicestate', 'view=requestq'],
          timeoutMs,
        },
        ({ stdout }) => parseServiceState(stdout.text),
      ),
    ]);
    if (sockets.state === 'unknown') return sockets;
    const names = await processNames(host, context, sockets.value);
    const nameOf = names.state === 'known' ? names.value : new Map<number, string>();
    const ownersOf = queueOwners(queues.state === 'known' ? queues.value : [], nameOf);
    const listeners = sockets.value.map((socket) => ({
      ...socket,
      owner: (socket.pid === systemPid ? ownersOf(socket.port) : nameOf.get(socket.pid)) ?? null,
    }));
    return known(
      listeners,
      [sockets, queues, names].flatMap((fact) => (fact.state === 'known' ? fact.evidence : [])),
    );
  },
};
