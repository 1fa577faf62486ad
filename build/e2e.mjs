import { endOnSignals } from './test/run.mjs';
import { playwright } from './test/runners.mjs';

// `npm run test:e2e -- …`: Playwright with its own arguments, on the display there is or one of our own.
endOnSignals();
const { ok } = await playwright(process.argv.slice(2));
process.exitCode = ok ? 0 : 1;
