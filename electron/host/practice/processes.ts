import { listensOn } from './http-sys.ts';
import { httpSysPorts } from './listening.ts';
import type { World } from './model/world.ts';
import { stateOf } from './services.ts';

export interface Process {
  pid: number;
  /** The name of the executable. */
  image: string;
  /** The services that it hosts. */
  services: string[];
}

/** PID 4 is Windows itself; what HTTP.SYS listens on belongs to it. */
const system = 4;

/** What runs on this server, as far as anybody asks. */
export function processesOf(world: World, now: Date): Process[] {
  const processes = new Map<number, Process>([
    [system, { pid: system, image: 'System', services: [] }],
    [884, { pid: 884, image: 'svchost.exe', services: ['RpcEptMapper', 'RpcSs'] }],
    [980, { pid: 980, image: 'svchost.exe', services: ['TermService'] }],
  ]);
  for (const service of world.services) {
    if (service.kind === 'driver' || stateOf(service, now) === 'stopped') continue;
    const known = processes.get(service.pid);
    if (known !== undefined) known.services.push(service.name);
    else processes.set(service.pid, { pid: service.pid, image: imageName(service.image), services: [service.name] });
  }
  for (const { pid, image } of world.programs) processes.set(pid, { pid, image: imageName(image), services: [] });
  return [...processes.values()].sort((a, b) => a.pid - b.pid);
}

/** Listening sockets, IPv4 first. */
export function listeningSockets(world: World, now: Date): { address: string; port: number; pid: number }[] {
  const http = httpSysPorts(world, now).flatMap((port) =>
    httpSysAddresses(world).map((address) => ({ address, port, pid: system })),
  );
  const sockets = [
    { address: '0.0.0.0', port: 135, pid: 884 },
    { address: '0.0.0.0', port: 445, pid: system },
    { address: '0.0.0.0', port: 3389, pid: 980 },
    ...http,
    ...world.programs.map(({ address, port, pid }) => ({ address, port, pid })),
    { address: '::', port: 135, pid: 884 },
    { address: '::', port: 3389, pid: 980 },
  ];
  return sockets.sort((a, b) => Number(a.address.includes(':')) - Number(b.address.includes(':')) || a.port - b.port);
}

/** Without a listen list every address of both families; else those of the list that the server has. */
function httpSysAddresses(world: World): string[] {
  if (world.httpSys.ipListen.length === 0) return ['0.0.0.0', '::'];
  return world.windows.addresses.filter((address) => listensOn(world, address));
}

const imageName = (image: string) => /([^\\/"]+\.exe)/iu.exec(image)?.[1] ?? image;
