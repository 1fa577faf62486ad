/**
 * A PowerShell script that starts a program with administrator rights, which Windows asks for. All that varies stands
 * in literals of PowerShell, which know no variables and no escapes but a doubled quotation mark.
 */
export function elevatedScript(program: string, args: readonly string[]): string {
  const line = args.map(quoteArgument).join(' ');
  return [
    `$start = @{ FilePath = ${quotePowerShell(program)}; Verb = 'RunAs' }`,
    ...(line === '' ? [] : [`$start.ArgumentList = ${quotePowerShell(line)}`]),
    'Start-Process @start -ErrorAction Stop',
  ].join('\n');
}

/** PowerShell takes typographic quotation marks for the plain one. */
const quotePowerShell = (text: string) => `'${text.replace(/['\u2018\u2019\u201a\u201b]/gu, '$&$&')}'`;

/** As CommandLineToArgvW reads it: backslashes count double before a quotation mark and at the end. */
export function quoteArgument(text: string): string {
  if (/^[^\s"]+$/u.test(text)) return text;
  return `"${text.replace(/(\\*)"/gu, '$1$1\\"').replace(/(\\+)$/u, '$1$1')}"`;
}
