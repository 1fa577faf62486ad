import type { World } from '../model/world.ts';
import { lines, type Tool } from './tool.ts';

/**
 * `powershell -EncodedCommand BASE64`. The practice server does not interpret
 * PowerShell: a script of the product names itself in its first line,
 * `# psdoctor-script: NAME`, and this prints what that script prints on a real
 * server. Each section is JSON in ASCII between its own markers.
 */
export const powershell: Tool = ({ world }, args) => {
  const at = args.findIndex((arg) => /^[-/]e(?:nc|ncodedcommand)?$/iu.test(arg));
  const script = Buffer.from(args[at + 1] ?? '', 'base64').toString('utf16le');
  const name = /^\ufeff?# psdoctor-script: ([\w-]+)/u.exec(script)?.[1];
  const sections = at === -1 || name === undefined ? undefined : scripts[name];
  if (sections === undefined) {
    return { exitCode: 1, err: lines('The practice server knows the scripts of Package Server Doctor only.') };
  }
  const out = Object.entries(sections).map(([section, content]) =>
    lines(`-----BEGIN psdoctor ${section}-----`, asciiJson(content(world)), `-----END psdoctor ${section}-----`),
  );
  return { exitCode: 0, out: out.join('') };
};

const scripts: Readonly<Record<string, Readonly<Record<string, (world: World) => unknown>>>> = {
  machine: {
    certificates: (world) =>
      world.certificates
        .filter(({ store }) => readStores(world).has(store.toLowerCase()))
        .map(({ store, der, key, chain, chainStatus }) => ({
          store,
          rawBase64: der,
          privateKey: key,
          chain,
          chainStatus,
        })),
  },
};

/** The stores that the script opens: two by name, and every one that a record names. */
const readStores = ({ httpSys }: World): Set<string> =>
  new Set(['my', 'webhosting', ...httpSys.registry.flatMap(({ store }) => store?.toLowerCase() ?? [])]);

function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
