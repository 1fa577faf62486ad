import { addRecord, plainRecord, updateRecord } from '../../http-sys.ts';
import type { SslRecord } from '../../model/http-sys.ts';
import { lines, type ToolContext, type ToolOutput } from '../tool.ts';
import { sslUsage } from './ssl-usage.ts';
import { BadParameter, sslParameters } from './ssl-parameters.ts';
import { endpointTag, failure, parseTags } from './tags.ts';

/** `netsh http add|update sslcert`: a whole record from its parameters; what is not named gets its default. */
export function changeSslCert(context: ToolContext, verb: 'add' | 'update', args: readonly string[]): ToolOutput {
  const { world, language, now } = context;
  const { build } = world.windows;
  if (['help', '?', '/?', '-?'].includes(args[0]?.toLowerCase() ?? '')) {
    return { exitCode: 0, out: sslUsage(context, verb) };
  }
  const tags = parseTags(args);
  const known = sslParameters.filter(({ since }) => build >= since);
  const names = new Set(['ipport', 'hostnameport', 'ccs', 'appid', ...known.map(({ name }) => name)]);
  // A parameter that this build does not know: netsh shows the usage, does nothing and exits 0.
  if ([...tags.keys()].some((tag) => !names.has(tag))) {
    return { exitCode: 0, out: sslUsage(context, verb) };
  }
  if (world.rights === 'filtered') return failure(context, verb, 5);
  try {
    const record = recordOf(tags, build);
    if (record === undefined) return { exitCode: 1, out: lines('', language.netsh.missingParameter, '') };
    const code = (verb === 'add' ? addRecord : updateRecord)(world, record, now);
    if (code !== 0) return failure(context, verb, code);
    return { exitCode: 0, out: lines('', language.netsh.done[verb], '') };
  } catch (error) {
    if (error instanceof BadParameter) return failure(context, verb, 87);
    throw error;
  }
}

/** Undefined when something essential is absent. */
function recordOf(tags: ReadonlyMap<string, string>, build: number): SslRecord | undefined {
  const endpoint = endpointTag(tags);
  const appId = /^\{([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\}$/iu.exec(tags.get('appid') ?? '')?.[1];
  if (endpoint === undefined || !tags.has('appid')) return undefined;
  if (appId === undefined) throw new BadParameter();
  const record = { ...plainRecord(endpoint.kind, endpoint.endpoint), appId: appId.toLowerCase() };
  for (const parameter of sslParameters) {
    const value = tags.get(parameter.name);
    if (value !== undefined) parameter.apply(record, value, build);
  }
  const needsCertificate = record.kind !== 'ccs';
  if (needsCertificate !== (record.hash !== null)) throw new BadParameter();
  if (record.kind === 'sni' && record.store === null) throw new BadParameter();
  if (record.kind === 'ccs' && record.store !== null) throw new BadParameter();
  return record;
}
