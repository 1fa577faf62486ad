import { lines, type Tool } from '../tool.ts';
import { regExport } from './export.ts';
import { regQuery } from './query.ts';

/** `reg query` and `reg export`. */
export const reg: Tool = (context, args) => {
  const verb = args[0]?.toLowerCase();
  if (verb === 'query') return regQuery(context, args.slice(1));
  if (verb === 'export') return regExport(context, args.slice(1));
  return { exitCode: 1, err: lines('ERROR: Invalid syntax.', 'Type "REG /?" for usage.') };
};
