import { UserError } from '../app/user-error.ts';

/**
 * How long a diagnosis may take, in milliseconds; undefined for as long as its probes allow.
 *
 * @throws UserError badArguments
 */
export function timeoutOf({ timeout }: { timeout?: string }): number | undefined {
  if (timeout === undefined) return undefined;
  const seconds = Number(timeout);
  if (!Number.isFinite(seconds) || seconds <= 0) {
    throw new UserError('badArguments', `--timeout takes a number of seconds greater than 0, not "${timeout}".`);
  }
  return seconds * 1000;
}
