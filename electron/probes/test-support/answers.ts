/** Lines as a Windows tool prints them. */
export const lines = (...parts: string[]): string => parts.map((part) => `${part}\r\n`).join('');

/** What a script of the product prints for some sections. */
export const sections = (content: Record<string, unknown>): string =>
  Object.entries(content)
    .map(([name, value]) =>
      lines(`-----BEGIN psdoctor ${name}-----`, JSON.stringify(value), `-----END psdoctor ${name}-----`),
    )
    .join('');

/** `sc queryex` of a service that runs. */
export const runningService = (name: string): string =>
  lines(
    '',
    `SERVICE_NAME: ${name} `,
    ' TYPE : 10  OWN',
    ' STATE : 4  RUNNING ',
    ' W : 0',
    ' S : 0',
    ' C : 0x0',
    ' H : 0x0',
    ' PID : 3192',
    ' FLAGS : ',
  );
