import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { acceptTls } from './accept-tls.ts';
import { whoListens } from './listening.ts';
import type { WorldStore } from './store/world-store.ts';
import { createWebServer } from './web-server.ts';

export interface Listener {
  /**
   * The loopback port that stands for a port of one of the server's addresses.
   * Nothing listens on it while no https URL is registered there.
   *
   * @param address one of the world's addresses, without brackets
   */
  portFor(address: string, port: number): Promise<number>;
  close(): Promise<void>;
}

/**
 * HTTP.SYS of a practice server: real TLS on loopback. The state is read for
 * each connection, so that a change made by another process counts at once.
 */
export function startListener(store: WorldStore): Listener {
  const read = () => store.read();
  const servers = new Map<string, Promise<Server>>();
  const open = new Set<Socket>();

  const serverFor = (address: string, port: number): Promise<Server> => {
    const key = `${address} ${port}`;
    const known = servers.get(key);
    if (known !== undefined) return known;
    const web = createWebServer(read, address, port);
    const server = listen((socket) => {
      open.add(socket.on('close', () => open.delete(socket)));
      acceptTls(socket, store, address, port).then(
        (tls) => tls !== null && web.emit('connection', tls),
        () => socket.destroy(),
      );
    });
    servers.set(key, server);
    return server;
  };

  return {
    async portFor(address, port) {
      if (whoListens(await read(), address, port, new Date()) === undefined) return closedPort();
      return portOf(await serverFor(address, port));
    },
    async close() {
      for (const socket of open) socket.destroy();
      await Promise.all([...servers.values()].map(async (server) => stop(await server)));
    },
  };
}

function listen(onConnection: (socket: Socket) => void): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(onConnection);
    server.once('error', reject).listen(0, '127.0.0.1', () => resolve(server));
  });
}

const portOf = (server: Server) => (server.address() as AddressInfo).port;
const stop = (server: Server) => new Promise<void>((resolve) => server.close(() => resolve()));

/** A port that the system has just taken back: connecting to it is refused. */
async function closedPort(): Promise<number> {
  const server = await listen((socket) => socket.destroy());
  const port = portOf(server);
  await stop(server);
  return port;
}
