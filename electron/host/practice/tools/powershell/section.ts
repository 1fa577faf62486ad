import type { ToolContext } from '../tool.ts';

/** What a script puts between one pair of markers; it may change the world. */
export type Section = (context: ToolContext) => unknown;
