import { inRoot } from './paths.mjs';
import { endOnSignals, run } from './test/run.mjs';

// `npm run test:fleet`: everything about many servers, the long tests too, and what the list of ten thousand costs.
// Ansible is installed where this is root on Debian; elsewhere its tests are skipped, and say why.
endOnSignals();
const env = { ...process.env, PSD_FULL: '1' };
const vitest = [inRoot('node_modules', 'vitest', 'vitest.mjs'), 'run', '--config', inRoot('build', 'vitest.config.ts')];
const parts = ['shared/fleet', 'electron/fleet', 'electron/cli/fleet', 'build/fleet'];
const tests = await run(process.execPath, [...vitest, ...parts], { env, show: true });
const bench = await run(process.execPath, [inRoot('build', 'bench', 'run.mjs'), 'fleet'], { show: true });
process.exitCode = tests.ok && bench.ok ? 0 : 1;
