import { spawn } from 'node:child_process';
import { root } from '../paths.mjs';

/** @typedef {{ ok: boolean, output: string }} Ended */

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/** Ends this process, and with it what it has started, on the usual signals. */
export function endOnSignals() {
  for (const [signal, code] of /** @type {const} */ ([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ])) {
    process.on(signal, () => process.exit(code));
  }
  process.on('exit', () => running.forEach((child) => child.kill()));
}

/**
 * Runs a program in the checkout. Never throws: one that cannot be started has failed.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, shell?: boolean, show?: boolean, timeoutMs?: number }} [options] show: pass its output on as it comes, instead of keeping it
 * @returns {Promise<Ended>}
 */
export function run(command, args, { env = process.env, shell = false, show = false, timeoutMs = 0 } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: process.stdout.isTTY ? env : { ...env, NO_COLOR: '1' },
      shell,
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    });
    running.add(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', (error) => resolve({ ok: false, output: error.message }));
    child.on('close', (code, signal) => {
      running.delete(child);
      resolve({ ok: code === 0, output: signal ? `${output}\nended by ${signal}` : output });
    });
  });
}

/** Runs a script of package.json, so that what it does is said there alone.
 * @param {string} name */
export async function runScript(name) {
  const { npm } = await import('../npm.mjs');
  const { command, args, shell } = npm(['run', '--silent', name]);
  return run(command, args, { shell });
}
