import { lines, type Tool } from '../tool.ts';
import { packages, refreshAllPackages, updateConfiguration } from './agent.ts';
import { certificates, selfAccess, serviceStarts, windowsSection } from './machine.ts';
import type { Section } from './section.ts';

/**
 * `powershell -EncodedCommand BASE64`. The practice server does not interpret
 * PowerShell: a script of the product names itself in its first line,
 * `# psdoctor-script: NAME`, and this prints what that script prints on a real
 * server. Each section is JSON in ASCII between its own markers.
 */
export const powershell: Tool = (context, args) => {
  const at = args.findIndex((arg) => /^[-/]e(?:nc|ncodedcommand)?$/iu.test(arg));
  const script = Buffer.from(args[at + 1] ?? '', 'base64').toString('utf16le');
  const name = /^\ufeff?# psdoctor-script: ([\w-]+)/u.exec(script)?.[1];
  const sections = at === -1 || name === undefined ? undefined : scripts[name];
  if (sections === undefined) {
    return { exitCode: 1, err: lines('The practice server knows the scripts of Package Server Doctor only.') };
  }
  const out = Object.entries(sections).map(([section, content]) =>
    lines(`-----BEGIN psdoctor ${section}-----`, asciiJson(content(context)), `-----END psdoctor ${section}-----`),
  );
  return { exitCode: 0, out: out.join('') };
};

/** What each script does, by section, in the order in which it prints them. */
const scripts: Readonly<Record<string, Readonly<Record<string, Section>>>> = {
  machine: { windows: windowsSection, services: serviceStarts, certificates, selfAccess },
  // No server of practice has the values that KB191688 names.
  agent: { codebaseNames: () => [], packages },
  'refresh-packages': { refreshPackages: refreshAllPackages },
  'update-configuration': { updateConfiguration },
};

function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
