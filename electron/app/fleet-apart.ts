import { join } from 'node:path';
import { utilityProcess } from 'electron';
import { closedView } from '../../shared/fleet/closed-view.ts';
import type { FleetView } from '../../shared/fleet/view.ts';
import type { FollowFleet } from '../fleet/follow.ts';
import type { FromReader, ToReader } from '../fleet/messages.ts';
import { UserError } from './user-error.ts';

/** Follows a folder of results in a process of its own, whose trouble with a share is its own too. */
export const followApart: FollowFleet = (folder, heard) => {
  const child = utilityProcess.fork(join(import.meta.dirname, 'fleet-reader.js'), [], {
    serviceName: 'psdoctor-fleet',
    env: plainEnvironment(),
    stdio: 'ignore',
  });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process, and no window
  const tell = (message: ToReader) => child.postMessage(message);
  const open = new Map<number, { resolve: (value: never) => void; reject: (error: UserError) => void }>();
  let questions = 0;
  let view: FleetView = { ...closedView, folder };
  let closed = false;

  child.on('message', (message: FromReader) => {
    if (closed) return;
    if (message.kind === 'view') {
      view = message.view;
      heard(view);
      return;
    }
    const asked = open.get(message.question);
    open.delete(message.question);
    if (message.kind === 'answer') asked?.resolve(message.value as never);
    else asked?.reject(new UserError(message.code, message.message));
  });
  child.once('exit', (code) => {
    for (const { reject } of open.values()) reject(new UserError('failed', ended(code)));
    open.clear();
    if (!closed) heard({ ...view, state: 'away', problem: ended(code), told: false });
  });
  tell({ kind: 'follow', folder });

  const ask = <T>(message: (question: number) => ToReader): Promise<T> =>
    new Promise((resolve, reject) => {
      if (child.pid === undefined && questions > 0) return reject(new UserError('failed', ended(null)));
      questions += 1;
      open.set(questions, { resolve, reject });
      tell(message(questions));
    });
  return {
    page: (wish, from) => ask((question) => ({ kind: 'page', question, wish, from })),
    document: (id) => ask((question) => ({ kind: 'document', question, id })),
    again: () => tell({ kind: 'again' }),
    expect: (names) => tell({ kind: 'expect', names }),
    close() {
      closed = true;
      child.kill();
    },
  };
};

/** Nothing that tells Node or Electron to run something else: the wizard may have an administrator's rights. */
const plainEnvironment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined || /^(?:NODE|ELECTRON)_/iu.test(name) ? [] : [[name, value]],
    ),
  );

const ended = (code: number | null): string =>
  `The process that reads the folder has ended${code === null ? '' : ` (exit code ${code})`}. Open the folder again.`;
