import { spawn } from 'node:child_process';
import { ensureBuilt } from './ensure-built.mjs';
import { inRoot } from './paths.mjs';
import { electronRuntime } from './runtime/index.mjs';
import { hasDisplay } from './test/display.mjs';
import { missingPackages } from './test/system.mjs';

// `npm start`: opens the wizard; where there is no display, does the same job as text.
try {
  await (hasDisplay() ? openWizard() : tellWithoutWindow());
} catch (error) {
  console.error(/** @type {Error} */ (error).message);
  process.exitCode = 1;
}

async function openWizard() {
  ensureBuilt(['app']);
  const { executable, args } = await electronRuntime();
  const missing = missingPackages();
  if (missing.length > 0) {
    console.error(`The window may not open: this system lacks ${missing.map((names) => names.at(-1)).join(', ')}.`);
  }
  const env = { ...process.env };
  delete env.ELECTRON_RUN_AS_NODE;
  hand(executable, [...args, ...sandboxFlags(), ...process.argv.slice(2)], env);
}

async function tellWithoutWindow() {
  ensureBuilt(['psdoctor']);
  hand(process.execPath, [inRoot('out', 'psdoctor', 'psdoctor.js'), 'tour', ...process.argv.slice(2)], process.env);
}

/** Chromium's sandbox does not work for root, and Electron then refuses to start. */
function sandboxFlags() {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/** Gives terminal, signals and exit code to the program.
 * @param {string} command @param {string[]} args @param {NodeJS.ProcessEnv} env */
function hand(command, args, env) {
  const child = spawn(command, args, { stdio: 'inherit', env });
  // Ctrl-C reaches both; we wait for the program's own answer to it.
  process.on('SIGINT', () => {});
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`${command} could not be started: ${error.message}`);
    process.exitCode = 1;
  });
  child.on('close', (code, signal) => (process.exitCode = signal === 'SIGINT' ? 130 : (code ?? 1)));
}
