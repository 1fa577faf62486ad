import type { RequestQueue } from '../../shared/parsers/netsh-service-state.ts';

/** The process of Windows itself, in which HTTP.SYS runs. */
export const systemPid = 4;

const standardPorts: Readonly<Record<string, number>> = { http: 80, https: 443 };

/** The port of a registered URL, whose host can be `+` or `*`. */
function portOf(url: string): number | null {
  const [, scheme = '', port] = /^(https?):\/\/(?:\[[^\]]*\]|[^/:]*)(?::(\d{1,5}))?/iu.exec(url) ?? [];
  return port === undefined ? (standardPorts[scheme.toLowerCase()] ?? null) : Number(port);
}

const imageName = (path: string): string => path.slice(path.lastIndexOf('\\') + 1);

function ownerOf({ name, processes }: RequestQueue, names: ReadonlyMap<number, string>): string {
  const images = processes.flatMap(
    ({ pid, image }) => (image === null ? null : imageName(image)) ?? names.get(pid) ?? [],
  );
  if (images.length === 0) return name;
  const programs = [...new Set(images)].toSorted().join(', ');
  // Of IIS the queue's name says more: it is the application pool. Others mostly have none.
  return /^w3wp\.exe$/iu.test(programs) ? `${programs} (${name})` : programs;
}

/**
 * Who stands behind HTTP.SYS on a port: the programs that take its requests and
 * the names of their queues, which for IIS are those of its application pools.
 *
 * @returns null for a port on which nobody has registered a URL
 */
export function queueOwners(
  queues: readonly RequestQueue[],
  names: ReadonlyMap<number, string>,
): (port: number) => string | null {
  return (port) => {
    const here = queues.filter(({ urls }) => urls.some((url) => portOf(url) === port));
    const owners = new Set(here.map((queue) => ownerOf(queue, names)));
    return owners.size === 0 ? null : [...owners].toSorted().join(', ');
  };
}
