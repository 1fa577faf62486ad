import { create } from 'zustand';
import { ask } from './bridge.ts';

/** `silent`: asked and not heard for a while; `gone`: nobody is there to ask. */
export type Connection = 'fine' | 'silent' | 'gone';

export const useConnection = create<{ connection: Connection }>(() => ({ connection: 'fine' }));

const set = (connection: Connection) => {
  if (useConnection.getState().connection !== connection) useConnection.setState({ connection });
};

/** How often the main process is asked whether it is there, and how long it may take to say so. */
const heartbeat = { everyMs: 4000, patienceMs: 6000 };

/** Listens for the main process for as long as the page lives; one that answers late is fine again. */
export function watchConnection(): void {
  void beat();
}

async function beat(): Promise<void> {
  const late = setTimeout(() => set('silent'), heartbeat.patienceMs);
  try {
    await ask('app.ping', undefined);
    set('fine');
  } catch {
    set('gone');
  } finally {
    clearTimeout(late);
  }
  setTimeout(() => void beat(), heartbeat.everyMs);
}
