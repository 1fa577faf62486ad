import type { IisConfig } from '../model/facts/iis.ts';
import { agentSiteId } from './site-endpoints.ts';

/** What the package server makes below its site: Altiris/PS (TECH174201, KB158750) and a path for each package group (KB422201). */
const packagePath = /^\/(?:altiris(?:\/|$)|pkggroup_)/iu;

const isPackagePath = (path: string): boolean => packagePath.test(path);

const applicationsOfSite = ({ applications }: IisConfig) => applications.filter(({ siteId }) => siteId === agentSiteId);

/** `/` and `/Altiris` as `/Altiris`. */
const join = (application: string, directory: string): string =>
  `${application.replace(/\/$/u, '')}${directory === '/' ? '' : directory}` || '/';

/** The package server's paths on the agent's site, as applications or virtual directories. */
export function packagePaths(config: IisConfig): string[] {
  const paths = applicationsOfSite(config).flatMap(({ path, virtualDirectories }) => [
    path,
    ...virtualDirectories.map((directory) => join(path, directory.path)),
  ]);
  return [...new Set(paths)].filter(isPackagePath);
}

/** IIS's own default for an application that names no pool (MS: applicationDefaults). */
const defaultPool = 'DefaultAppPool';

/** The application pools behind the agent's site: of its root, and of the package server's own applications. */
export const packagePools = (config: IisConfig): string[] => [
  ...new Set(
    applicationsOfSite(config)
      .filter(({ path }) => path === '/' || isPackagePath(path))
      .map(({ pool }) => pool ?? defaultPool),
  ),
];
