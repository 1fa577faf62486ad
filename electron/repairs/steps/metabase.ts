import { z } from 'zod';
import type { Host } from '../../host/host.ts';
import { createCustomMetadataParser, type MetabaseKey } from '../../../shared/parsers/custom-metadata.ts';

/** What stands between appcmd's single quotes: nothing that could end them. */
const quotable = z.string().regex(/^[^'"[\]]*$/u);

export const Property = z.object({
  id: z.string().regex(/^\d+$/u),
  dataType: quotable,
  userType: quotable,
  attributes: quotable,
  value: quotable,
});
export type Property = z.infer<typeof Property>;

export const KeyPath = z.string().regex(/^\/?LM\/W3SVC\/\d+$/iu);

const config = 'C:\\Windows\\System32\\inetsrv\\config\\applicationHost.config';

/** What the IIS 6 metabase layer keeps, from the file itself, or in words why it is not known. */
export async function readMetabase(host: Host): Promise<MetabaseKey[] | string> {
  const answer = await host.readFile({
    name: 'file.applicationHost.config',
    path: config,
    filter: 'applicationHost',
    timeoutMs: 60_000,
  });
  if (answer.outcome !== 'read') return `applicationHost.config could not be read (${answer.outcome})`;
  const parser = createCustomMetadataParser();
  try {
    for await (const chunk of answer.content) parser.write(chunk);
  } catch {
    return 'applicationHost.config could not be read to its end';
  }
  const keys = parser.close();
  return keys.ok ? keys.value : `applicationHost.config cannot be read: ${keys.problem}`;
}

export const samePath = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

export const sameProperty = (a: Property, b: Property): boolean =>
  (['id', 'dataType', 'userType', 'attributes', 'value'] as const).every((name) => a[name] === b[name]);

/** `-[path='LM/W3SVC/1'].[id='5506']` and its like; the form for one property is derived (repairs.md, appcmd). */
export const element = (...attributes: Readonly<Record<string, string>>[]): string =>
  attributes
    .map(
      (own) =>
        `[${Object.entries(own)
          .map(([name, value]) => `${name}='${value}'`)
          .join(',')}]`,
    )
    .join('.');
