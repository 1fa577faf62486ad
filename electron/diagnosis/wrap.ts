/**
 * Breaks text into lines of at most `width` characters at blanks, each with
 * `indent` in front; lines that the text has itself stay apart. One that begins
 * with two blanks is a command to copy, and stays whole.
 */
export function wrap(text: string, indent: string, width = 100): string[] {
  return text.split('\n').flatMap((paragraph) => {
    if (paragraph.startsWith('  ')) return [indent + paragraph];
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(' ')) {
      if (line !== '' && indent.length + line.length + 1 + word.length > width) {
        lines.push(indent + line);
        line = word;
      } else {
        line = line === '' ? word : `${line} ${word}`;
      }
    }
    return [...lines, indent + line];
  });
}
