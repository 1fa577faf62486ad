import { parsed, unreadable, type Parsed } from './parsed.ts';
import { createXmlReader } from './xml-events.ts';

/**
 * Reads redirection.config chunk by chunk: the folder of a shared
 * configuration, or null when the server uses its own.
 */
export function createRedirectionParser(): {
  write(chunk: Uint8Array): void;
  close(): Parsed<string | null>;
} {
  let folder: string | null = null;
  const xml = createXmlReader(({ name, attributes }) => {
    if (name !== 'configurationRedirection') return;
    folder = attributes['enabled']?.toLowerCase() === 'true' ? (attributes['path'] ?? '') : null;
  });
  return {
    write: (chunk) => xml.write(chunk),
    close() {
      const problem = xml.close();
      return problem === null ? parsed(folder) : unreadable(`not well-formed XML: ${problem}`);
    },
  };
}
