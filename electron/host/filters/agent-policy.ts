import type { TextFilter } from './filter-as-text.ts';
import { createXmlPieceFilter } from './xml-pieces.ts';

/** What this filter takes out, in words for a person. */
export const agentPolicyRest = [
  'every attribute whose name does not speak of HTTPS, codebases, bindings, certificates or ports',
  'everything in elements and attributes whose names tell of a secret, and whatever looks like key material',
  'text and comments',
];

/** What says which policy is which. */
const frame: Readonly<Record<string, readonly string[]>> = {
  Policies: [],
  Policy: ['guid', 'name', 'version'],
  ClientPolicy: ['agentClsid'],
};
/** Transport, support, report, export and import are no ports. */
const wanted = /https|codebase|binding|certificate|(?<!trans|sup|re|ex|im)port/i;
const tellsOfSecret = /credential|passw|passphrase|pwd|secret|token|key|private|blob|signature/i;
/** A reference into the agent's encrypted store, or base64 that is longer than a thumbprint of SHA-256. */
const keyMaterial = /aexs:|^[A-Za-z0-9+/=\s]{65,}$/i;
const longest = 500;

const tag = /^<(\/?)([A-Za-z_][\w.:-]*)([^>]*)(>?)/;
const attribute = /([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

function kept(element: string, attributes: string): string {
  if (tellsOfSecret.test(element)) return '';
  return [...attributes.matchAll(attribute)]
    .filter(([, name = '', double, single]) => {
      const value = double ?? single ?? '';
      const asked = frame[element]?.includes(name) ?? (wanted.test(name) && !tellsOfSecret.test(name));
      return asked && !keyMaterial.test(value) && value.length <= longest;
    })
    .map(([whole]) => ` ${whole}`)
    .join('');
}

/** A tag with what may be shown of it, and no text; nothing of what is no tag. */
function cleanPiece(piece: string): string {
  const [markup, slash = '', element = '', attributes = '', end] = tag.exec(piece) ?? [];
  if (markup === undefined || end === '') return '';
  const empty = slash === '' && attributes.trimEnd().endsWith('/') ? '/' : '';
  const lineEnd = /^\s*?(\r?\n\s*)/.exec(piece.slice(markup.length))?.[1] ?? '';
  return `<${slash}${element}${slash === '' ? kept(element, attributes) : ''}${empty}>${lineEnd}`;
}

/**
 * Keeps of the agent's client policy file its frame and the attributes that may
 * tell of HTTPS. How the settings of the package server are called is not
 * documented, so the rest is left where it is instead of being searched for secrets.
 */
export const createAgentPolicyFilter = (): TextFilter => createXmlPieceFilter(cleanPiece);
