import { featuresOf } from '../features/features.ts';
import type { World } from '../model/world.ts';

/** What this agent asks for; how a real one looks is not known, and its list may be another. */
const required = [
  'IIS-WebServer',
  'IIS-ASP',
  'IIS-WindowsAuthentication',
  'IIS-NetFxExtensibility',
  'IIS-ASPNET',
  'IIS-NetFxExtensibility45',
  'IIS-ASPNET45',
  'IIS-Metabase',
  'IIS-LegacySnapIn',
  'IIS-LegacyScripts',
  'IIS-WMICompatibility',
];

/** The role services that the agent misses, as its log calls them. */
export function missingRoleServices({ windows }: World): string[] {
  return featuresOf(windows)
    .filter(({ name }) => required.includes(name) && windows.features[name] !== 'Enabled')
    .map(({ role }) => role);
}
