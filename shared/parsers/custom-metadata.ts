import { parsed, unreadable, type Parsed } from './parsed.ts';
import { createXmlReader } from './xml-events.ts';

/** One property of a metabase key, each attribute as it stands in the file, so that it can be written again. */
export interface MetabaseProperty {
  id: string;
  dataType: string;
  userType: string;
  attributes: string;
  value: string;
}

export interface MetabaseKey {
  /** Such as `LM/W3SVC/1`. */
  path: string;
  properties: MetabaseProperty[];
}

/**
 * Reads `<customMetadata>` of applicationHost.config chunk by chunk: what the
 * IIS 6 metabase layer keeps there, in the order of the file (MS: customMetadata).
 */
export function createCustomMetadataParser(): {
  write(chunk: Uint8Array): void;
  close(): Parsed<MetabaseKey[]>;
} {
  const keys: MetabaseKey[] = [];
  const xml = createXmlReader(({ name, attributes }, ancestors) => {
    if (name === 'key' && ancestors.at(-1)?.name === 'customMetadata') {
      keys.push({ path: attributes['path'] ?? '', properties: [] });
    }
    if (name !== 'property' || ancestors.at(-1)?.name !== 'key' || ancestors.at(-2)?.name !== 'customMetadata') return;
    const text = (attribute: string): string => attributes[attribute] ?? '';
    keys.at(-1)?.properties.push({
      id: text('id'),
      dataType: text('dataType'),
      userType: text('userType'),
      attributes: text('attributes'),
      value: text('value'),
    });
  });
  return {
    write: (chunk) => xml.write(chunk),
    close() {
      const problem = xml.close();
      return problem === null ? parsed(keys) : unreadable(`not well-formed XML: ${problem}`);
    },
  };
}
