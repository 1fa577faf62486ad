import type { ToolContext, ToolOutput } from '../tool.ts';
import type { AppcmdArguments } from './arguments.ts';
import { isCustomMetadata, metadataChanged, sameKey } from './custom-metadata.ts';
import { badSyntax, error } from './messages.ts';

/**
 * `appcmd clear config -section:customMetadata -[path='LM/W3SVC/1']`, which removes
 * the whole key, and `-[path='LM/W3SVC/1'].[id='5506']`, which removes one property.
 */
export function clearConfig({ world: { iis } }: ToolContext, { options, removals }: AppcmdArguments): ToolOutput {
  const section = options.get('section') ?? '';
  if (!isCustomMetadata(section)) return error(1168, `Unknown config section "${section}". Replace with ? for help.`);
  if (removals.length === 0) return badSyntax();
  for (const [key, property] of removals) {
    const found = iis.customMetadata.find(sameKey(key?.['path']));
    const id = property?.['id'];
    if (found === undefined || (id !== undefined && !found.properties.some((one) => String(one.id) === id))) {
      return error(4312, 'Cannot find requested collection element.');
    }
    if (id === undefined) iis.customMetadata = iis.customMetadata.filter((one) => one !== found);
    else found.properties = found.properties.filter((one) => String(one.id) !== id);
  }
  return metadataChanged();
}
