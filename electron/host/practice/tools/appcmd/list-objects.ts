import type { Site } from '../../model/iis.ts';
import { serviceState } from '../../services.ts';
import { quoted as q } from '../../xml.ts';
import { lines, type ToolContext, type ToolOutput } from '../tool.ts';
import type { AppcmdArguments } from './arguments.ts';
import { xmlDocument } from './messages.ts';

interface Listed {
  name: string;
  /** As one element, or as one line of text. */
  xml: string;
  text: string;
}

const list =
  (objectsOf: (context: ToolContext) => Listed[]) =>
  (context: ToolContext, { identifier, options }: AppcmdArguments): ToolOutput => {
    const found = objectsOf(context).filter(
      ({ name }) => identifier === null || name.toLowerCase() === identifier.toLowerCase(),
    );
    const out = options.has('xml') ? xmlDocument(found.map(({ xml }) => xml)) : lines(...found.map(({ text }) => text));
    return { exitCode: found.length === 0 ? 1 : 0, out };
  };

/** `appcmd list apppool [NAME] [/xml]`. */
export const listPools = list(({ world, now }) => {
  const running = serviceState(world, 'WAS', now) === 'running';
  return world.iis.pools.map(({ name, state: own }) => {
    const state = running ? own : 'Unknown';
    return {
      name,
      xml: `<APPPOOL APPPOOL.NAME=${q(name)} PipelineMode="Integrated" RuntimeVersion="v4.0" state=${q(state)} />`,
      text: `APPPOOL "${name}" (MgdVersion:v4.0,MgdMode:Integrated,state:${state})`,
    };
  });
});

const applications = ({ world }: ToolContext) =>
  world.iis.sites.flatMap((site) => site.applications.map((application) => ({ site, application })));
const applicationName = (site: Site, path: string) => `${site.name}${path}`;

/** `appcmd list app [NAME] [/xml]`. */
export const listApplications = list((context) =>
  applications(context).map(({ site, application: { path, pool } }) => {
    const name = applicationName(site, path);
    return {
      name,
      xml: `<APP path=${q(path)} APP.NAME=${q(name)} APPPOOL.NAME=${q(pool)} SITE.NAME=${q(site.name)} />`,
      text: `APP "${name}" (applicationPool:${pool})`,
    };
  }),
);

/** `appcmd list vdir [NAME] [/xml]`. */
export const listVirtualDirectories = list((context) =>
  applications(context).flatMap(({ site, application }) =>
    application.virtualDirectories.map(({ path, physicalPath }) => {
      const own = applicationName(site, application.path);
      const name = path === '/' ? own : `${own.replace(/\/$/u, '')}${path}`;
      return {
        name,
        xml: `<VDIR VDIR.NAME=${q(name)} physicalPath=${q(physicalPath)} path=${q(path)} APP.NAME=${q(own)} />`,
        text: `VDIR "${name}" (physicalPath:${physicalPath})`,
      };
    }),
  ),
);
