import { readFileSync } from 'node:fs';
import { inRoot } from '../paths.mjs';

/** @type {{ version: string, description: string, license: string }} */
const { version, description, license } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));

/** What every package calls the product. */
export const product = {
  version,
  description,
  license,
  name: 'Package Server Doctor',
  /** Of files and folders. */
  id: 'package-server-doctor',
  publisher: 'The Package Server Doctor authors',
};

/** Where packages are written. */
export const dist = inRoot('dist');
