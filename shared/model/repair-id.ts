import { z } from 'zod';

/** Every repair, in the order of the article's path. */
export const RepairId = z.enum([
  'install-features',
  'remove-legacy-metabase',
  'create-https-binding',
  'enable-https-protocol',
  'start-site',
  'repair-private-key',
  'remove-shadowing-record',
  'rebind-certificate',
  'force-overwrite',
  'restart-agent',
  'refresh-packages',
]);
export type RepairId = z.infer<typeof RepairId>;
