import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildOneFile } from '../outputs.mjs';
import { inRoot } from '../paths.mjs';

// `npm run fuzz -- …`: the options are in main.ts. What it finds lies in out/fuzz/found; mended, it moves to
// build/fuzz/found and is tried with every `npm test`.
const folder = inRoot('out', 'fuzz');
await buildOneFile('build/fuzz/main.ts', 'fuzz', folder);
const { status } = spawnSync(process.execPath, [join(folder, 'fuzz.mjs'), ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
