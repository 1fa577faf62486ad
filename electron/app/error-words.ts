import { logFile } from './log.ts';
import { UserError } from './user-error.ts';

/** An error as a person reads it: its own words when it was made for people, else what it means for them. */
export function errorWords(error: unknown): string {
  if (error instanceof UserError) return error.message;
  const what = error instanceof Error ? error.message : String(error);
  return `The wizard met an error of its own: ${what}. It is written to ${logFile() ?? 'its log file'}; what was found so far stands.`;
}
