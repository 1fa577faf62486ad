import { createServer } from 'node:net';
import { UserError } from '../app/user-error.ts';

/**
 * One repair at a time on a server, across processes and data folders: a named
 * pipe on Windows, an abstract socket on Linux. Both vanish with their process,
 * so that a dead one holds nothing.
 */
export async function takeRepairLock(name: string, waitMs: number): Promise<() => Promise<void>> {
  const path = process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : `\0${name}`;
  const until = Date.now() + waitMs;
  for (;;) {
    const release = await listen(path);
    if (release !== null) return release;
    if (Date.now() >= until) {
      throw new UserError(
        'busy',
        'Another repair is running on this server. Nothing was changed; try again when it has ended.',
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Null when somebody else listens there. */
function listen(path: string): Promise<(() => Promise<void>) | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) => {
      // Windows answers EACCES for a pipe that another account holds.
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(null);
      else reject(error);
    });
    server.listen(path, () => resolve(() => new Promise((closed) => server.close(() => closed()))));
  });
}
