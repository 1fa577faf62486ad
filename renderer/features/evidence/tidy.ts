/**
 * Output as it is read in a narrow drawer: of the padding before a colon one
 * blank stays, of an indentation two; nothing else is changed. `netsh` pads its
 * labels to some thirty columns, which would put every value out of sight.
 */
export function tidy(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(/^[ \t]{3,}/gmu, '  ')
    .replace(/(\S)[ \t]{2,}(?=[:：])/gu, '$1 ');
}
