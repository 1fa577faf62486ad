import { UserError } from './app/user-error.ts';
import { followFleet, type FleetFollower } from './fleet/follow.ts';
import type { FromReader, ToReader } from './fleet/messages.ts';

// A process of its own reads folders of results: a share that answers nothing holds up all file access of a process,
// and the one that repairs a server keeps its journal on a disk.

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process, and no window
const tell = (message: FromReader) => process.parentPort.postMessage(message);
let follower: FleetFollower | null = null;

process.parentPort.on('message', ({ data }) => {
  const message = data as ToReader;
  switch (message.kind) {
    case 'follow':
      follower = followFleet(message.folder, (view) => tell({ kind: 'view', view }));
      break;
    case 'page':
      void answer(message.question, follower?.page(message.wish, message.from));
      break;
    case 'document':
      void answer(message.question, follower?.document(message.id));
      break;
    case 'again':
      follower?.again();
      break;
    case 'expect':
      follower?.expect(message.names);
      break;
  }
});

async function answer(question: number, work: ReturnType<FleetFollower['page' | 'document']> | undefined) {
  try {
    const value = await work;
    if (value !== undefined) tell({ kind: 'answer', question, value });
  } catch (error) {
    const code = error instanceof UserError ? error.code : 'failed';
    tell({ kind: 'refusal', question, code, message: error instanceof Error ? error.message : String(error) });
  }
}
