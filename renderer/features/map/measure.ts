import type { MapFont, Measure } from '../../../shared/map/measure.ts';
import { fontFamily, monoFamily } from '../../app/theme.ts';

/** The type sizes of the map, in pixels. */
export const fonts = {
  title: `600 13px ${fontFamily}`,
  strong: `600 12px ${fontFamily}`,
  exact: `400 12px ${monoFamily}`,
  more: `400 11.5px ${fontFamily}`,
} as const satisfies Record<MapFont, string>;

let canvas: CanvasRenderingContext2D | null | undefined;

/** How wide a text is drawn, in pixels; SVG has no layout of its own that could tell. */
export const measure: Measure = (text, font) => {
  canvas ??= document.createElement('canvas').getContext('2d');
  if (!canvas) return text.length * 7;
  canvas.font = fonts[font];
  return canvas.measureText(text).width;
};
