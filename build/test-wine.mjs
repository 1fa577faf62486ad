import { inRoot } from './paths.mjs';
import { endOnSignals, run } from './test/run.mjs';

// `npm run test:wine`: psdoctor on a Windows Node under Wine. Wine is installed where this is root on Debian, some
// 250 MB; elsewhere the tests are skipped, and say why.
endOnSignals();
const vitest = [inRoot('node_modules', 'vitest', 'vitest.mjs'), 'run', '--config', inRoot('build', 'vitest.config.ts')];
const args = [...vitest, '--reporter=verbose', 'build/wine'];
const { ok } = await run(process.execPath, args, { env: { ...process.env, PSD_FULL: '1' }, show: true });
process.exitCode = ok ? 0 : 1;
