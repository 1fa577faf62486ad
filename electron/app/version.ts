import { version } from '../../package.json';

/** The product's version, as package.json says it. */
export const productVersion: string = version;
