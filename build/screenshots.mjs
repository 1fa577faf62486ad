import { hasDisplay, withOwnDisplay } from './test/display.mjs';
import { endOnSignals } from './test/run.mjs';
import { playwright } from './test/runners.mjs';

// `npm run screenshots`: every screen of the wizard into docs/pictures, light and dark, in two sizes.
endOnSignals();
/** @param {NodeJS.ProcessEnv} env */
const work = (env) => playwright(['e2e/pictures.spec.ts', 'e2e/pictures-fleet.spec.ts'], { ...env, PSD_PICTURES: '1' });
const { ok } = await (hasDisplay() ? work(process.env) : withOwnDisplay(work));
process.exitCode = ok ? 0 : 1;
