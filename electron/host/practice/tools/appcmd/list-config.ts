import { metadataLines, poolLines, siteLines } from '../../application-host.ts';
import type { Iis } from '../../model/iis.ts';
import { quoted as q } from '../../xml.ts';
import { lines, type ToolContext, type ToolOutput } from '../tool.ts';
import type { AppcmdArguments } from './arguments.ts';
import { error, xmlDocument } from './messages.ts';

const sections: Readonly<Record<string, (iis: Iis) => string[]>> = {
  'system.applicationHost/sites': ({ sites }) => siteLines(sites),
  'system.applicationHost/applicationPools': poolLines,
  'system.applicationHost/customMetadata': metadataLines,
};

/** `appcmd list config -section:SECTION [/xml]`; `customMetadata` alone is the older name of the last one. */
export function listConfig({ world }: ToolContext, { options }: AppcmdArguments): ToolOutput {
  const asked = options.get('section') ?? '';
  const name = Object.keys(sections).find((section) =>
    [section, section.replace(/^.*\//u, '')].some((one) => one.toLowerCase() === asked.toLowerCase()),
  );
  const section = name === undefined ? undefined : sections[name];
  if (name === undefined || section === undefined) {
    return error(1168, `Unknown config section "${asked}". Replace with ? for help.`);
  }
  const body = section(world.iis).map((line) => `    ${line}`);
  if (!options.has('xml')) {
    return { exitCode: 0, out: lines('<system.applicationHost>', ...body, '</system.applicationHost>') };
  }
  const start = `<CONFIG CONFIG.SECTION=${q(name)} path="MACHINE/WEBROOT/APPHOST" overrideMode="Inherit" locked="false">`;
  return { exitCode: 0, out: xmlDocument([start, ...body, '</CONFIG>']) };
}
