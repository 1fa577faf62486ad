import type { Socket } from 'node:net';
import type { ToolName } from '../../electron/host/tools.ts';

/** What a program of a box tells of itself. */
export interface Call {
  tool: ToolName;
  /** The folder that it was started from. */
  runFolder: string;
  args: string[];
}

/** Reads what a program says: how many arguments it has, its tool, its folder and the arguments, each ended by a NUL. */
export function readCall(socket: Socket): Promise<Call> {
  return new Promise((resolve) => {
    let received = Buffer.alloc(0);
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      const [count, tool, runFolder, ...args] = received.toString().split('\0').slice(0, -1);
      if (runFolder !== undefined && args.length === Number(count))
        resolve({ tool: tool as ToolName, runFolder, args });
    });
  });
}
