import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './ensure-built.mjs';
import { inRoot, root } from './paths.mjs';

// `npm run -s psdoctor -- …`: builds the program when its sources are newer, then is the program.
try {
  ensureBuilt(['psdoctor']);
} catch (error) {
  console.error(/** @type {Error} */ (error).message);
  process.exit(2);
}
// npm has gone to the checkout's folder; paths count from where the person stood.
const caller = process.env.INIT_CWD;
if (caller && process.cwd() === root) process.chdir(caller);

const program = inRoot('out', 'psdoctor', 'psdoctor.js');
process.argv[1] = program;
await import(pathToFileURL(program).href);
