/** Ctrl+C, Ctrl+Break on Windows, and a kill that asks. */
const signals = ['SIGINT', 'SIGTERM', 'SIGBREAK'] as const;

/** A person, or the system, ended the command before it had answered. */
export class InterruptedError extends Error {}

type Listener = () => void;

const state = {
  came: false,
  /** Somebody has begun to write the command's answer. */
  answered: false,
  /** The last one hears of an interruption. */
  listeners: [] as Listener[],
};

/** Begins to listen, before the commands are loaded: an interruption that comes meanwhile is kept for them. */
export function watchSignals(): void {
  for (const signal of signals) process.on(signal, interrupt);
}

function interrupt(): void {
  const again = state.came;
  state.came = true;
  if (!state.answered) state.listeners.at(-1)?.();
  // Only the end of the process is missing. The exit code of the command counts.
  else if (again) process.exit();
}

/**
 * From now on interruptions are told to this listener and to nobody before it; one
 * that has come already, at once.
 *
 * @returns what gives them back to whoever heard of them before
 */
export function listen(listener: Listener): () => void {
  state.listeners.push(listener);
  if (state.came) listener();
  return () => {
    state.listeners = state.listeners.filter((each) => each !== listener);
  };
}

/** A command begins, and owes its answer. */
export function oweAnswer(): void {
  state.answered = false;
}

/** True for the first who asks: stdout gets one answer, of the command or of its interruption. */
export function claimAnswer(): boolean {
  const first = !state.answered;
  state.answered = true;
  return first;
}
