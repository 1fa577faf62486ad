import { lines, type ToolOutput } from '../tool.ts';

/** appcmd writes its errors to stdout; its keywords are English everywhere. */
export const error = (exitCode: number, message: string): ToolOutput => ({
  exitCode,
  out: lines(`ERROR ( message:${message} )`),
});

export const badSyntax = (): ToolOutput =>
  error(87, 'Failed to process input: The parameter is not valid for this command.');

export const accessDenied = (): ToolOutput => ({
  exitCode: 5,
  out: lines(
    'ERROR ( hresult:80070005, message:Command execution failed.',
    'Filename: redirection.config',
    'Error: Cannot read configuration file due to insufficient permissions',
    ' )',
  ),
});

/** What `/xml` wraps around the objects of a list. */
export const xmlDocument = (body: readonly string[]): string =>
  lines('<?xml version="1.0" encoding="UTF-8"?>', '<appcmd>', ...body.map((line) => `    ${line}`), '</appcmd>');
