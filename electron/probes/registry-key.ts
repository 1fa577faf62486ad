import { parsed, unreadable, type Parsed } from '../../shared/parsers/parsed.ts';
import type { CommandAnswer } from '../host/host.ts';

type Read<T> = (text: string) => Parsed<T>;

/** Reads what reg.exe or netsh printed: a text that breaks off within a line may lack values, and says nothing. */
export const whole =
  <T>(read: Read<T>) =>
  ({ stdout: { text } }: Pick<CommandAnswer, 'stdout'>): Parsed<T> =>
    text === '' || text.endsWith('\n') ? read(text) : unreadable('the text is cut off');

/** The same; null when reg.exe ended with 1, which says that there is no such key or value. */
export const orAbsent =
  <T>(read: Read<T>) =>
  (answer: CommandAnswer): Parsed<T | null> =>
    answer.exitCode === 1 ? parsed(null) : whole(read)(answer);
