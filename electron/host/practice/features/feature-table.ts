export interface Feature {
  /** The DISM name. */
  name: string;
  /** The value below InetStp\Components; null where there is none. */
  component: string | null;
  /** As the agent's log calls the role service. */
  role: string;
  /** What must be enabled before it. */
  parents: readonly string[];
  /** Its payload is not on the disk until somebody brings it. */
  payloadRemoved?: true;
  /** Neither Server Core nor Server 2025 has it. */
  desktopOnly?: true;
  /** Enabling or disabling it ends with 3010. */
  needsReboot?: true;
}

const server = 'IIS-WebServer';
const legacy = 'IIS-IIS6ManagementCompatibility';

const feature = (
  name: string,
  component: string | null,
  role: string,
  parents: readonly string[] = [server],
  more: Partial<Feature> = {},
): Feature => ({ name, component, role, parents, ...more });

/** The part of a Windows Server's optional features that a package server meets. */
export const features: readonly Feature[] = [
  feature('NetFx3', null, '.NET Framework 3.5', [], { payloadRemoved: true }),
  feature('NetFx4Extended-ASPNET45', null, 'ASP.NET 4', []),
  feature('IIS-WebServerRole', null, 'Web Server (IIS)', []),
  feature(server, 'W3SVC', 'Web Server', ['IIS-WebServerRole']),
  feature('IIS-StaticContent', 'StaticContent', 'Static Content'),
  feature('IIS-DefaultDocument', 'DefaultDocument', 'Default Document'),
  feature('IIS-DirectoryBrowsing', 'DirectoryBrowse', 'Directory Browsing'),
  feature('IIS-HttpErrors', 'HttpErrors', 'HTTP Errors'),
  feature('IIS-RequestFiltering', 'RequestFiltering', 'Request Filtering'),
  feature('IIS-ISAPIExtensions', 'ISAPIExtensions', 'ISAPI Extensions'),
  feature('IIS-ISAPIFilter', 'ISAPIFilter', 'ISAPI Filters'),
  feature('IIS-ASP', 'ASP', 'ASP', ['IIS-ISAPIExtensions', 'IIS-RequestFiltering']),
  feature('IIS-WindowsAuthentication', 'WindowsAuthentication', 'Windows Authentication'),
  feature('IIS-BasicAuthentication', 'BasicAuthentication', 'Basic Authentication'),
  feature('IIS-NetFxExtensibility', 'NetFxExtensibility', '.NET Extensibility 3.5', [server, 'NetFx3']),
  feature('IIS-ASPNET', 'ASPNET', 'ASP.NET 3.5', [
    'IIS-NetFxExtensibility',
    'IIS-ISAPIExtensions',
    'IIS-ISAPIFilter',
    'IIS-DefaultDocument',
  ]),
  feature('IIS-NetFxExtensibility45', 'NetFxExtensibility45', '.NET Extensibility 4.5', [
    server,
    'NetFx4Extended-ASPNET45',
  ]),
  feature('IIS-ASPNET45', 'ASPNET45', 'ASP.NET 4.5', [
    'IIS-NetFxExtensibility45',
    'IIS-ISAPIExtensions',
    'IIS-ISAPIFilter',
  ]),
  feature('IIS-ManagementScriptingTools', 'ManagementScriptingTools', 'IIS Management Scripts and Tools', [
    'IIS-WebServerRole',
  ]),
  feature(legacy, null, 'IIS 6 Management Compatibility', ['IIS-WebServerRole']),
  feature('IIS-Metabase', 'Metabase', 'IIS 6 Metabase Compatibility', [legacy], { needsReboot: true }),
  feature('IIS-WMICompatibility', 'WMICompatibility', 'IIS 6 WMI Compatibility', ['IIS-Metabase']),
  feature('IIS-LegacyScripts', 'LegacyScripts', 'IIS 6 Scripting Tools', ['IIS-WMICompatibility']),
  feature('IIS-LegacySnapIn', 'LegacySnapin', 'IIS 6 Management Console', [legacy], { desktopOnly: true }),
];
