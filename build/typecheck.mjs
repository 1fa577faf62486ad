import { basename } from 'node:path';
import { fetchOldestElectronTypes } from './electron-types.mjs';
import { inRoot } from './paths.mjs';
import { endOnSignals, run } from './test/run.mjs';

// `npm run typecheck`: everything together, and areas with only what they may use.
const projects = [
  'tsconfig.json',
  'build/tsconfig.shared.json',
  'build/tsconfig.renderer.json',
  'build/tsconfig.electron-oldest.json',
];

endOnSignals();
try {
  await fetchOldestElectronTypes();
  const tsc = inRoot('node_modules', 'typescript', 'bin', 'tsc');
  const runs = projects.map((project) => {
    const memory = inRoot('.cache', 'tsc', `${basename(project)}.tsbuildinfo`);
    const options = ['--pretty', 'false', '--incremental', '--tsBuildInfoFile', memory];
    return run(process.execPath, [tsc, '-p', project, ...options]);
  });
  const ended = await Promise.all(runs);
  // The projects overlap: what is wrong in several is said once.
  const lines = new Set(ended.flatMap(({ output }) => output.split('\n').filter((line) => line !== '')));
  if (lines.size > 0) console.log([...lines].join('\n'));
  process.exitCode = ended.every(({ ok }) => ok) ? 0 : 1;
} catch (error) {
  console.error(/** @type {Error} */ (error).message);
  process.exitCode = 1;
}
