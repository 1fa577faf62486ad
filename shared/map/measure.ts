/** The kinds of text in the map: a box's title, what it has in words or as an exact value, and what is said of it. */
export type MapFont = 'title' | 'strong' | 'exact' | 'more';

/** How wide a text is drawn, in pixels. */
export type Measure = (text: string, font: MapFont) => number;

/** A name can have thousands of letters: what does not fit into so many lines is in the tooltip and in the evidence. */
const mostLines = 3;
/** No line of a box holds more letters than this, so longer pieces need not be measured. */
const longest = 200;

/** A text in lines of a width in pixels: broken between words, inside one only when it is wider than a line. */
export function wrap(text: string, width: number, font: MapFont, measure: Measure): string[] {
  const lines: string[] = [];
  let rest = text.trim();
  while (rest !== '') {
    const line = beginning(rest, width, font, measure);
    rest = rest.slice(line.length).trim();
    if (lines.length === mostLines - 1 && rest !== '') return [...lines, ended(line, width, font, measure)];
    lines.push(line.trimEnd());
  }
  return lines;
}

/** As much of a text as a line holds; at least one letter. */
function beginning(text: string, width: number, font: MapFont, measure: Measure): string {
  if (text.length <= longest && measure(text, font) <= width) return text;
  const letters = Array.from(text.slice(0, longest));
  let fits = letters.length - 1;
  while (fits > 1 && measure(letters.slice(0, fits).join(''), font) > width) fits -= 1;
  const line = letters.slice(0, Math.max(1, fits)).join('');
  const blank = text[line.length] === ' ' ? line.length : line.lastIndexOf(' ');
  return blank > 0 ? line.slice(0, blank) : line;
}

function ended(line: string, width: number, font: MapFont, measure: Measure): string {
  const letters = [...line.trimEnd()];
  while (letters.length > 1 && measure(`${letters.join('')}…`, font) > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}
