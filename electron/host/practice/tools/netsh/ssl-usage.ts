import { lines, type ToolContext } from '../tool.ts';
import { sslParameters } from './ssl-parameters.ts';

/** The usage block of `netsh http add sslcert help`: it lists what this build knows. Names are not translated. */
export function sslUsage({ world, language }: ToolContext, verb: 'add' | 'update'): string {
  const optional = sslParameters
    .filter(({ since }) => world.windows.build >= since)
    .map(({ name, value }) => `\t[${name}=${value}]`);
  return lines(
    '',
    `${language.netsh.usage} ${verb} sslcert hostnameport=<name:port> | ipport=<ipaddr:port> | ccs=<port>  `,
    '\tappid=<GUID> ',
    ...optional,
    '',
  );
}
