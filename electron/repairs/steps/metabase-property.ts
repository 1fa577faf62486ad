import { z } from 'zod';
import { runAppcmd } from './appcmd.ts';
import { element, KeyPath, Property, readMetabase, samePath, sameProperty } from './metabase.ts';
import type { ToolStepKind } from './step-kind.ts';

/** One property of the IIS 6 metabase layer is removed, or written again. */
export const MetabasePropertyChange = z.object({
  kind: z.literal('metabaseProperty'),
  change: z.enum(['remove', 'restore']),
  path: KeyPath,
  property: Property,
});
export type MetabasePropertyChange = z.infer<typeof MetabasePropertyChange>;

const names: Readonly<Record<string, string>> = { '5506': 'certificate hash', '5511': 'certificate store' };

export const metabaseProperty: ToolStepKind<MetabasePropertyChange> = {
  words: ({ change, path, property: { id } }) =>
    `${change === 'remove' ? 'Remove' : 'Write again'} property ${id} (${names[id] ?? 'another setting'}) of ${path} in the IIS 6 metabase layer`,
  toCommand({ change, path, property }) {
    const { id, dataType, userType, attributes, value } = property;
    const args =
      change === 'remove'
        ? ['clear', 'config', '-section:customMetadata', `-${element({ path }, { id })}`]
        : [
            'set',
            'config',
            '-section:customMetadata',
            `/+${element({ path }, { id, dataType, userType, attributes, value })}`,
          ];
    return { binary: 'appcmd.exe', args };
  },
  inverse: (step) => ({ ...step, change: step.change === 'remove' ? 'restore' : 'remove' }),
  perform: (step, host, patience) => runAppcmd(host, metabaseProperty.toCommand(step), patience),
  async readBack({ change, path, property }, host) {
    const keys = await readMetabase(host);
    if (typeof keys === 'string') return { isBefore: false, isAfter: false, words: keys };
    const properties = keys.filter((key) => samePath(key.path, path)).flatMap((key) => key.properties);
    const there = properties.some((own) => sameProperty(own, property));
    const gone = properties.every(({ id }) => id !== property.id);
    const [isBefore, isAfter] = change === 'remove' ? [there, gone] : [gone, there];
    const seen = there ? 'is still there' : gone ? 'is not there' : 'is there with another value';
    const advice =
      change === 'remove' && !gone
        ? '; the form for one property is derived, the whole key can be removed instead'
        : '';
    return { isBefore, isAfter, words: `property ${property.id} of ${path} ${seen}${advice}` };
  },
};
