import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { ensureBuilt } from '../ensure-built.mjs';
import { nodeOutput } from '../node-output.mjs';
import { inRoot, root } from '../paths.mjs';
import { holds, table } from './figures.mjs';

// `npm run bench [-- --quick] [PART …]`: measures all, or the parts whose names begin so, prints a table, writes
// out/bench/figures.json. With --quick everything runs on small inputs and no time is judged; without, a missed limit
// ends with 1.
const quick = process.argv.includes('--quick');
const folder = inRoot('out', 'bench');
ensureBuilt(['winbox']);
await build({
  configFile: false,
  root,
  logLevel: 'error',
  publicDir: false,
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: true,
    target: 'node20',
    outDir: folder,
    emptyOutDir: true,
    minify: false,
    // All in one folder: winbox finds its programs by a path from there.
    rolldownOptions: {
      input: { bench: inRoot('build', 'bench', 'bench.ts') },
      output: { ...nodeOutput, chunkFileNames: '[name]-[hash].js' },
    },
  },
});
writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');

const all = [
  'diagnosis',
  'many-sites',
  'agent-log',
  'evidence-written',
  'evidence-read',
  'evidence-redacted',
  'fleet-written',
  'fleet-read',
];
const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const left = mkdtempSync(join(tmpdir(), 'bench-'));
const parts = all.filter((part) => asked.length === 0 || asked.some((name) => part.startsWith(name)));
const figures = parts.flatMap((part) => measure(part));
rmSync(left, { recursive: true, force: true });
process.stdout.write(table(figures));
const file = join(folder, 'figures.json');
writeFileSync(file, `${JSON.stringify({ quick, node: process.version, figures }, null, 2)}\n`);
console.log(`Written to ${file}`);
process.exitCode = quick || figures.every(holds) ? 0 : 1;

/** @param {string} part @returns {import('./figures.mjs').Figure[]} */
function measure(part) {
  const args = [join(folder, 'bench.js'), part, ...(quick ? ['--quick'] : [])];
  const { status, stdout } = spawnSync(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PSD_BENCH_FOLDER: left },
  });
  if (status !== 0) throw new Error(`The benchmark ${part} failed.`);
  return JSON.parse(stdout.toString());
}
