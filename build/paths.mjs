import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's own folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** A path below the checkout, whatever the current folder is.
 * @param {...string} parts */
export const inRoot = (...parts) => join(root, ...parts);
