/**
 * One measured figure, and what it has to be.
 * @typedef {object} Figure
 * @property {string} name
 * @property {number} value
 * @property {string} unit
 * @property {{ atMost: number } | { atLeast: number } | null} limit null where it is only told
 */

/** Whether a figure is what it has to be. @param {Figure} figure */
export const holds = ({ value, limit }) =>
  limit === null || ('atMost' in limit ? value <= limit.atMost : value >= limit.atLeast);

/** For a terminal, a line for each figure. @param {readonly Figure[]} figures */
export function table(figures) {
  const width = Math.max(...figures.map(({ name }) => name.length));
  const lines = figures.map((figure) => {
    const { name, value, unit, limit } = figure;
    const bound = limit === null ? '' : 'atMost' in limit ? `at most ${limit.atMost}` : `at least ${limit.atLeast}`;
    const verdict = limit === null ? '' : holds(figure) ? 'holds' : 'MISSED';
    return `${name.padEnd(width)}  ${String(value).padStart(9)} ${unit.padEnd(5)}  ${bound.padEnd(13)} ${verdict}`.trimEnd();
  });
  return `${lines.join('\n')}\n`;
}
