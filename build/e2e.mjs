import { hasDisplay, withOwnDisplay } from './test/display.mjs';
import { endOnSignals } from './test/run.mjs';
import { playwright } from './test/runners.mjs';

// `npm run test:e2e -- …`: Playwright with its own arguments, on the display there is or one of our own.
endOnSignals();
/** @param {NodeJS.ProcessEnv} env */
const work = (env) => playwright(process.argv.slice(2), env);
const { ok } = await (hasDisplay() ? work(process.env) : withOwnDisplay(work));
process.exitCode = ok ? 0 : 1;
