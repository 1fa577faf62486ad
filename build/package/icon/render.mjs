import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRoot } from '../../paths.mjs';
import { electronRuntime } from '../../runtime/index.mjs';
import { withDisplays } from '../../test/display.mjs';
import { run } from '../../test/run.mjs';
import { ico } from './ico.mjs';

// `npm run icon`: draws icon.svg into icon.png and icon.ico, with the Electron that the wizard runs on.
const sizes = [16, 24, 32, 48, 64, 128, 256];
const largest = 512;
const folder = inRoot('build', 'package', 'icon');

const { executable, args } = await electronRuntime({
  app: join(folder, 'drawing'),
  checkout: inRoot('.cache', 'electron-icon'),
});
const scratch = mkdtempSync(join(tmpdir(), 'psd-icon-'));
const result = join(scratch, 'drawings.json');
/** @param {NodeJS.ProcessEnv} display */
const draw = (display) =>
  run(executable, [...args, '--no-sandbox', `--user-data-dir=${scratch}`], {
    env: {
      ...process.env,
      ...display,
      ICON_SVG: join(folder, 'icon.svg'),
      ICON_SIZES: [...sizes, largest].join(),
      ICON_RESULT: result,
    },
    timeoutMs: 60_000,
  });
const { ok, output } = await withDisplays(1, draw);
if (!ok) throw new Error(`The icon could not be drawn: ${output.trim()}`);

/** @type {string[]} */
const drawings = JSON.parse(readFileSync(result, 'utf8'));
rmSync(scratch, { recursive: true });
/** @param {number} index */
const picture = (index) => Buffer.from(drawings[index]?.split(',')[1] ?? '', 'base64');
writeFileSync(join(folder, 'icon.ico'), ico(sizes.map((size, index) => ({ size, png: picture(index) }))));
writeFileSync(join(folder, 'icon.png'), picture(sizes.length));
