import { isTooDeep } from '../../../shared/report/redact/depth.ts';
import { changeEscaped } from './escapes.ts';
import { changeNested } from './nested.ts';
import { changeJson, changeJsonLine } from './script-lines.ts';
import type { Visitor } from './visitor.ts';

/** How often one text is looked for in another, as base64 in JSON in a query: an end for what is made to have none. */
const deepest = 4;

/**
 * Gives every text in a piece of whole lines to the visitor: strings of lines
 * that are JSON, the other lines as they are, and what either holds in another
 * writing, each as a text of its own.
 */
export function changeTexts(piece: string, visitor: Visitor, depth = deepest): string {
  const changed: string[] = [];
  let plain: string[] = [];
  const endPlain = (): void => {
    if (plain.length > 0) changed.push(changePlain(plain.join('\n'), visitor, depth));
    plain = [];
  };
  const inJson = stringsOf(visitor, depth);
  for (const line of piece.split('\n')) {
    const end = line.endsWith('\r') ? '\r' : '';
    const json = changeJsonLine(end === '' ? line : line.slice(0, -1), inJson);
    if (json === null) plain.push(line);
    else {
      endPlain();
      changed.push(json + end);
    }
  }
  endPlain();
  return changed.join('\n');
}

/** Escapes come first: a text that is half read looks like others. */
function changePlain(text: string, visitor: Visitor, depth: number, key?: string): string {
  const inner: Visitor = { ...visitor, text: (value) => changeTexts(value, visitor, depth - 1) };
  const read = depth === 0 ? text : changeEscaped(text, inner.text);
  const changed = visitor.text(read, key);
  return depth === 0 ? changed : changeNested(changed, inner);
}

const stringsOf = (visitor: Visitor, depth: number): Visitor => ({
  ...visitor,
  text: (value, key) => changePlain(value, visitor, depth, key),
});

/** The same for a JSON document that is read already; one without end is none of the product's, and left out. */
export const changeDocument = (value: unknown, visitor: Visitor): unknown =>
  isTooDeep(value) ? null : changeJson(value, stringsOf(visitor, deepest));
