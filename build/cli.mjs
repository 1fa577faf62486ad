import { stripVTControlCharacters } from 'node:util';
import { buildOutputs } from './build.mjs';
import { outputs } from './outputs.mjs';

// `node build/cli.mjs [--stale] [NAME …]`: builds all outputs, or those named; with --stale only what is older than its sources.
const args = process.argv.slice(2);
const named = args.filter((arg) => arg !== '--stale');
const unknown = named.filter((name) => !Object.hasOwn(outputs, name));
if (unknown.length > 0) {
  console.error(`No output ${unknown.join(', ')}. There are: ${Object.keys(outputs).join(', ')}.`);
  process.exit(2);
}
const names = /** @type {import('./outputs.mjs').OutputName[]} */ (named.length > 0 ? named : Object.keys(outputs));
try {
  await buildOutputs(names, { onlyStale: args.includes('--stale') });
} catch (error) {
  const { message } = /** @type {Error} */ (error);
  console.error(process.stderr.isTTY ? message : stripVTControlCharacters(message));
  process.exitCode = 1;
}
