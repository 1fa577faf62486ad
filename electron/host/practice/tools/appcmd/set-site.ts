import type { Site } from '../../model/iis.ts';
import { lines, type ToolContext, type ToolOutput } from '../tool.ts';
import type { AppcmdArguments } from './arguments.ts';
import { badSyntax, error } from './messages.ts';

/**
 * `appcmd set site /site.name:NAME /+bindings.[…] /-bindings.[…]`. HTTP.SYS is not
 * told: a new https binding has no certificate, a removed one leaves its record.
 */
export function setSite({ world }: ToolContext, { identifier, options, edits }: AppcmdArguments): ToolOutput {
  const name = identifier ?? options.get('site.name') ?? '';
  const site = world.iis.sites.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (site === undefined) return error(1168, `Cannot find SITE object with identifier "${name}".`);
  if (edits.length === 0) return badSyntax();
  const draft = structuredClone(site);
  for (const { add, collection, attributes } of edits) {
    const { protocol, bindinginformation: information, sslflags = '0' } = attributes;
    if (collection !== 'bindings' || protocol === undefined || information === undefined) return badSyntax();
    const failed = add
      ? addBinding(draft, protocol, information, sslflags)
      : removeBinding(draft, protocol, information);
    if (failed !== undefined) return failed;
  }
  site.bindings = draft.bindings;
  return { exitCode: 0, out: lines(`SITE object "${site.name}" changed`) };
}

function addBinding(site: Site, protocol: string, information: string, flags: string): ToolOutput | undefined {
  if (!/^\d+$/u.test(flags)) return badSyntax();
  if (find(site, protocol, information) !== -1) {
    return error(
      183,
      `Cannot add duplicate collection entry of type 'binding' with combined key attributes 'protocol, bindingInformation' respectively set to '${protocol}, ${information}'\r\n.`,
    );
  }
  site.bindings.push({ protocol, bindingInformation: information, sslFlags: Number(flags), shown: null });
  return undefined;
}

function removeBinding(site: Site, protocol: string, information: string): ToolOutput | undefined {
  const index = find(site, protocol, information);
  if (index === -1) {
    return error(
      4312,
      `Cannot find requested collection element. (protocol='${protocol}',bindingInformation='${information}')`,
    );
  }
  site.bindings.splice(index, 1);
  return undefined;
}

const find = (site: Site, protocol: string, information: string) =>
  site.bindings.findIndex(
    (one) =>
      one.protocol.toLowerCase() === protocol.toLowerCase() &&
      one.bindingInformation.toLowerCase() === information.toLowerCase(),
  );
