import { inRoot } from './paths.mjs';
import { endOnSignals, run } from './test/run.mjs';

// `npm run soak`: 200 diagnoses and 50 repairs with undo in one running wizard, some ten minutes; prints its figures.
endOnSignals();
const env = { ...process.env, PSD_SOAK: '1', PSD_FULL: 'rest' };
const { ok } = await run(process.execPath, [inRoot('build', 'e2e.mjs'), 'soak'], { env, show: true });
process.exitCode = ok ? 0 : 1;
