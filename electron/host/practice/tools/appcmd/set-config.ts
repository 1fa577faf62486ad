import type { ToolContext, ToolOutput } from '../tool.ts';
import type { AppcmdArguments } from './arguments.ts';
import { isCustomMetadata, metadataChanged, sameKey } from './custom-metadata.ts';
import { badSyntax, error } from './messages.ts';

/**
 * `appcmd set config -section:customMetadata /+[path='LM/W3SVC/1']`, and with
 * `.[id='5506',dataType='Binary',userType='1',attributes='None',value='…']` a property of it.
 */
export function setConfig({ world }: ToolContext, { options, additions }: AppcmdArguments): ToolOutput {
  const section = options.get('section') ?? '';
  if (!isCustomMetadata(section)) return error(1168, `Unknown config section "${section}". Replace with ? for help.`);
  if (additions.length === 0) return badSyntax();
  const draft = structuredClone(world.iis.customMetadata);
  for (const [key, property] of additions) {
    const path = key?.['path'];
    if (path === undefined) return badSyntax();
    const found = draft.find(sameKey(path));
    if (property === undefined) {
      if (found !== undefined) return error(183, "Cannot add duplicate collection entry of type 'key'.");
      draft.push({ path, properties: [] });
      continue;
    }
    const { id, datatype: dataType = 'String', usertype: userType = '0', value = '' } = property;
    if (id === undefined || !/^\d+$/u.test(id)) return badSyntax();
    const target = found ?? { path, properties: [] };
    if (found === undefined) draft.push(target);
    if (target.properties.some((one) => String(one.id) === id)) {
      return error(183, "Cannot add duplicate collection entry of type 'property'.");
    }
    target.properties.push({ id: Number(id), dataType, userType: Number(userType), value });
  }
  world.iis.customMetadata = draft;
  return metadataChanged();
}
