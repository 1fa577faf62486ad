import type { ErrorCode } from '../../shared/ipc/envelope.ts';

/**
 * Something a person can understand and act on. Its message is shown as it is:
 * what happened, what it means, what to do; never a stack trace.
 */
export class UserError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'UserError';
  }
}
