import { z } from 'zod';
import { listOf } from '../../../shared/rules/words.ts';
import { runAppcmd } from './appcmd.ts';
import { element, KeyPath, Property, readMetabase, samePath, sameProperty } from './metabase.ts';
import type { ToolStepKind } from './step-kind.ts';

/** A whole key of the IIS 6 metabase layer is removed, with all its properties, or written again. */
export const MetabaseKeyChange = z.object({
  kind: z.literal('metabaseKey'),
  change: z.enum(['remove', 'restore']),
  path: KeyPath,
  properties: z.array(Property),
});
export type MetabaseKeyChange = z.infer<typeof MetabaseKeyChange>;

export const metabaseKey: ToolStepKind<MetabaseKeyChange> = {
  words: ({ change, path, properties }) =>
    `${change === 'remove' ? 'Remove' : 'Write again'} the whole key ${path} of the IIS 6 metabase layer with the properties ${listOf(properties.map(({ id }) => id))}`,
  toCommand({ change, path, properties }) {
    // Microsoft's own command (KB 3202096); the way back is derived from the documented syntax.
    const edits =
      change === 'remove'
        ? [`-${element({ path })}`]
        : [`/+${element({ path })}`, ...properties.map((property) => `/+${element({ path }, property)}`)];
    const verb = change === 'remove' ? 'clear' : 'set';
    return { binary: 'appcmd.exe', args: [verb, 'config', '-section:customMetadata', ...edits] };
  },
  inverse: (step) => ({ ...step, change: step.change === 'remove' ? 'restore' : 'remove' }),
  perform: (step, host, patience) => runAppcmd(host, metabaseKey.toCommand(step), patience),
  async readBack({ change, path, properties }, host) {
    const keys = await readMetabase(host);
    if (typeof keys === 'string') return { isBefore: false, isAfter: false, words: keys };
    const key = keys.find((own) => samePath(own.path, path));
    const whole =
      key !== undefined &&
      key.properties.length === properties.length &&
      properties.every((property) => key.properties.some((own) => sameProperty(own, property)));
    const [isBefore, isAfter] = change === 'remove' ? [whole, key === undefined] : [key === undefined, whole];
    const seen = whole ? 'is there' : key === undefined ? 'is not there' : 'is there with other properties';
    return { isBefore, isAfter, words: `the key ${path} of the IIS 6 metabase layer ${seen}` };
  },
};
