import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];
export type Paint = (style: Style, text: string) => string;

/** Colours for a terminal; the text as it is for a pipe, a file, or where NO_COLOR asks for none. */
export function paint(stream: NodeJS.WriteStream): Paint {
  const plain = !stream.isTTY || process.env['NO_COLOR'] !== undefined;
  return plain ? (_style, text) => text : (style, text) => styleText(style, text);
}
