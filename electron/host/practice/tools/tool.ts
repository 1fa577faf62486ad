import type { Language } from '../languages/language.ts';
import type { World } from '../model/world.ts';

export interface ToolContext {
  /** A draft: what a tool changes here becomes true when it returns. */
  world: World;
  language: Language;
  /** The server's clock. */
  now: Date;
}

/** What one run of a tool leaves, before it becomes bytes. */
export interface ToolOutput {
  exitCode: number;
  out?: string;
  err?: string;
  /** How the bytes are written; absent: the OEM code page of the language. */
  encoding?: string;
}

export type Tool = (context: ToolContext, args: readonly string[]) => ToolOutput;

/** Lines as a Windows console tool writes them. */
export const lines = (...parts: string[]): string => parts.map((part) => `${part}\r\n`).join('');
