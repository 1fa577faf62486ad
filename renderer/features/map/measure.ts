import { fontFamily, monoFamily } from '../../app/theme.ts';

/** The type sizes of the map, in pixels. */
export const fonts = {
  title: `600 13px ${fontFamily}`,
  strong: `600 12px ${fontFamily}`,
  exact: `400 12px ${monoFamily}`,
  more: `400 11.5px ${fontFamily}`,
} as const;
export type MapFont = keyof typeof fonts;

export type Measure = (text: string, font: MapFont) => number;

let canvas: CanvasRenderingContext2D | null | undefined;

/** How wide a text is drawn, in pixels; SVG has no layout of its own that could tell. */
export const measure: Measure = (text, font) => {
  canvas ??= document.createElement('canvas').getContext('2d');
  if (!canvas) return text.length * 7;
  canvas.font = fonts[font];
  return canvas.measureText(text).width;
};

/** Cuts a line to a width in pixels. */
export function fit(text: string, width: number, font: MapFont): string {
  if (measure(text, font) <= width) return text;
  let room = text.length - 1;
  while (room > 1 && measure(`${text.slice(0, room).trimEnd()}…`, font) > width) room -= 1;
  return `${text.slice(0, room).trimEnd()}…`;
}
