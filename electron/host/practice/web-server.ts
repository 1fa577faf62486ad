import { createServer, type Server } from 'node:http';
import { httpStatus } from './http-status.ts';
import type { World } from './model/world.ts';

/** What answers on connections whose handshake is done; it listens nowhere itself. */
export function createWebServer(read: () => Promise<World>, address: string, port: number): Server {
  return createServer((request, response) => {
    const host = request.headers.host ?? '';
    read().then(
      (world) => response.writeHead(httpStatus(world, address, port, host, new Date()), { connection: 'close' }).end(),
      () => response.destroy(),
    );
  });
}
