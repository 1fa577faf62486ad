import { endOnSignals } from './test/run.mjs';
import { playwright } from './test/runners.mjs';

// `npm run screenshots`: every screen of the wizard into docs/pictures, light and dark, in two sizes.
endOnSignals();
const specs = ['e2e/pictures.spec.ts', 'e2e/pictures-fleet.spec.ts'];
const { ok } = await playwright(specs, { env: { ...process.env, PSD_PICTURES: '1' } });
process.exitCode = ok ? 0 : 1;
