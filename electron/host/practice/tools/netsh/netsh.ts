import { firstBuildWithUtf8Netsh } from '../../builds.ts';
import { canUpdate } from '../../http-sys.ts';
import { lines, type Tool, type ToolContext, type ToolOutput } from '../tool.ts';
import { changeSslCert } from './change-sslcert.ts';
import { deleteSslCert } from './delete-sslcert.ts';
import { showIpListen } from './show-iplisten.ts';
import { showServiceState } from './show-servicestate.ts';
import { showSslCert } from './show-sslcert.ts';
import { showUrlAcl } from './show-urlacl.ts';

/** `netsh http show|add|delete|update sslcert` and `show iplisten|urlacl|servicestate`. netsh exits 1 for every failure; the number is in its words. */
export const netsh: Tool = (context, args) => {
  const utf8 = context.world.windows.build >= firstBuildWithUtf8Netsh;
  return { ...run(context, args), ...(utf8 ? { encoding: 'utf-8' } : {}) };
};

function run(context: ToolContext, args: readonly string[]): ToolOutput {
  const [area, verb, object] = args.map((arg) => arg.toLowerCase());
  const tags = args.slice(3);
  if (area === 'http' && verb === 'show') {
    if (object === 'iplisten') return showIpListen(context);
    if (object === 'urlacl') return showUrlAcl(context);
    if (object === 'servicestate') return showServiceState(context);
  }
  if (area === 'http' && object === 'sslcert') {
    if (verb === 'show') return showSslCert(context, tags);
    if (verb === 'delete') return deleteSslCert(context, tags);
    if (verb === 'add') return changeSslCert(context, 'add', tags);
    if (verb === 'update' && canUpdate(context.world)) return changeSslCert(context, 'update', tags);
  }
  return {
    exitCode: 1,
    out: lines(`${context.language.netsh.notACommand} ${args.join(' ')}.`),
  };
}
