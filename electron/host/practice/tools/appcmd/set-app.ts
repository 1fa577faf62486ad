import { lines, type ToolContext, type ToolOutput } from '../tool.ts';
import type { AppcmdArguments } from './arguments.ts';
import { badSyntax, error } from './messages.ts';

/** `appcmd set app "Default Web Site/" /enabledProtocols:http,https`. */
export function setApplication({ world }: ToolContext, { identifier, options }: AppcmdArguments): ToolOutput {
  const name = identifier ?? options.get('app.name') ?? '';
  const found = world.iis.sites
    .flatMap((site) =>
      site.applications.map((application) => ({ name: `${site.name}${application.path}`, application })),
    )
    .find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (found === undefined) return error(1168, `Cannot find APP object with identifier "${name}".`);
  const protocols = options.get('enabledprotocols');
  if (protocols === undefined) return badSyntax();
  found.application.enabledProtocols = protocols;
  return { exitCode: 0, out: lines(`APP object "${found.name}" changed`) };
}
