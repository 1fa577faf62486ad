import type { FactValue } from '../model/facts.ts';

/** One role service of IIS that the package server may need. */
export interface RequiredFeature {
  /** As Server Manager and the log of the agent call it. */
  name: string;
  /** For `dism /featurename:`, exact case. */
  dism: string;
  /** Its value below HKLM\SOFTWARE\Microsoft\InetStp\Components (MS: Discover Installed Components); null when that table has none. */
  component: string | null;
  /** documented: an article says that the package server needs it; possible: only inferred; optional: named, not needed. */
  evidence: 'documented' | 'possible' | 'optional';
  source: string;
  /** Its files are not on the server: an installation needs the Windows medium, or the internet. */
  needsSource: boolean;
}

const feature = (
  name: string,
  dism: string,
  component: string | null,
  evidence: RequiredFeature['evidence'],
  source: string,
  needsSource = false,
): RequiredFeature => ({ name, dism, component, evidence, source, needsSource });

/**
 * The role services, by the articles that could be read: KB180398 (installing the
 * package service) names ASP, Windows Authentication and the IIS 6 compatibility
 * with all its parts; KB160917 quotes a log that asked for .NET 3.5, while
 * KB180398 says that the package server uses no .NET: the agent's own log decides.
 */
export const requiredFeatures: readonly RequiredFeature[] = [
  feature('Web Server (IIS)', 'IIS-WebServerRole', 'W3SVC', 'documented', 'KB160917'),
  feature('ASP', 'IIS-ASP', 'ASP', 'documented', 'KB180398'),
  feature('Windows Authentication', 'IIS-WindowsAuthentication', 'WindowsAuthentication', 'documented', 'KB180398'),
  feature('IIS 6 Metabase Compatibility', 'IIS-Metabase', 'Metabase', 'documented', 'KB180398'),
  feature('IIS 6 Management Console', 'IIS-LegacySnapIn', 'LegacySnapin', 'documented', 'KB180398'),
  feature('IIS 6 Scripting Tools', 'IIS-LegacyScripts', 'LegacyScripts', 'documented', 'KB180398'),
  feature('IIS 6 WMI Compatibility', 'IIS-WMICompatibility', 'WMICompatibility', 'documented', 'KB180398'),
  feature('.NET Extensibility 3.5', 'IIS-NetFxExtensibility', 'NetFxExtensibility', 'possible', 'KB160917', true),
  feature('ASP.NET 3.5', 'IIS-ASPNET', 'ASPNET', 'possible', 'KB160917', true),
  feature('.NET Extensibility 4.5', 'IIS-NetFxExtensibility45', null, 'possible', 'KB160917'),
  feature('ASP.NET 4.5', 'IIS-ASPNET45', null, 'possible', 'KB160917'),
  feature('Static Content', 'IIS-StaticContent', 'StaticContent', 'possible', 'it serves files'),
  feature('ISAPI Extensions', 'IIS-ISAPIExtensions', 'ISAPIExtensions', 'possible', 'ASP needs it'),
  feature('ISAPI Filters', 'IIS-ISAPIFilter', 'ISAPIFilter', 'possible', 'ASP.NET needs it'),
  feature('Directory Browsing', 'IIS-DirectoryBrowsing', 'DirectoryBrowse', 'optional', 'KB180398'),
];

const consoleComponent = 'LegacySnapin';

/**
 * Whether this Windows has the feature at all: Server 2025 and Server Core have no
 * IIS 6 Management Console. Null when it depends on a Windows that is not known.
 */
export function isOffered({ component }: RequiredFeature, windows: FactValue<'windows'> | undefined): boolean | null {
  if (component !== consoleComponent) return true;
  if (windows === undefined) return null;
  return windows.build < 26100 && windows.installationType.toLowerCase() !== 'server core';
}

/** A name as the log gives it; newer builds count .NET 4.x on, the feature is the same. */
const plainName = (name: string): string =>
  name
    .trim()
    .replace(/\.$/u, '')
    .replace(/(\.NET(?: Extensibility)?) 4\.\d+$/iu, '$1 4.5')
    .toLowerCase();

/** The feature of a role service's display name; undefined for one that the table does not have. */
export const featureOfName = (name: string): RequiredFeature | undefined =>
  requiredFeatures.find((each) => each.name.toLowerCase() === plainName(name));

type Components = FactValue<'iisFeatures'>['components'];

/** Whether the registry says that a feature is installed; null where it has no value for it. */
export function isInstalled({ component }: RequiredFeature, components: Components): boolean | null {
  if (component === null) return null;
  const wanted = component.toLowerCase();
  return Object.entries(components).some(([name, installed]) => installed && name.toLowerCase() === wanted);
}
