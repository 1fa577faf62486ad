import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './ensure-built.mjs';
import { inRoot, root } from './paths.mjs';

// Nobody may hear of an interruption before the program listens, so it is kept until then.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => {
    if (process.listenerCount(signal) > 1) return;
    const waiting = setInterval(() => {
      if (process.listenerCount(signal) > 1 && process.emit(signal, signal)) clearInterval(waiting);
    }, 10);
    waiting.unref();
  });
}

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
