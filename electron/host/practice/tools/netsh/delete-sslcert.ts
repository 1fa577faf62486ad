import { deleteRecord } from '../../http-sys.ts';
import { lines, type ToolContext, type ToolOutput } from '../tool.ts';
import { BadParameter } from './ssl-parameters.ts';
import { endpointTag, failure, parseTags } from './tags.ts';

/** `netsh http delete sslcert ipport=|hostnameport=|ccs=`. */
export function deleteSslCert(context: ToolContext, args: readonly string[]): ToolOutput {
  const { world, language, now } = context;
  if (world.rights === 'filtered') return failure(context, 'delete', 5);
  try {
    const wanted = endpointTag(parseTags(args));
    if (wanted === undefined) return { exitCode: 1, out: lines('', language.netsh.missingParameter, '') };
    const code = deleteRecord(world, wanted.endpoint, now);
    if (code !== 0) return failure(context, 'delete', code);
    return { exitCode: 0, out: lines('', language.netsh.done.delete, '') };
  } catch (error) {
    if (error instanceof BadParameter) return failure(context, 'delete', 87);
    throw error;
  }
}
