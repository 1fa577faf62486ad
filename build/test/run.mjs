import { execa } from 'execa';
import { root } from '../paths.mjs';

/** @typedef {{ ok: boolean, output: string }} Ended */

/** Ends this process on the usual signals, and with it what it has started. */
export function endOnSignals() {
  for (const [signal, code] of /** @type {const} */ ([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ])) {
    process.on(signal, () => process.exit(code));
  }
}

/**
 * Runs a program in the checkout. Never throws: one that cannot be started has failed.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, shell?: boolean, show?: boolean, timeoutMs?: number }} [options] show: pass its output on as it comes, instead of keeping it
 * @returns {Promise<Ended>}
 */
export async function run(command, args, { env = process.env, shell = false, show = false, timeoutMs = 0 } = {}) {
  const ended = await execa(command, args, {
    cwd: root,
    env: process.stdout.isTTY ? env : { ...env, NO_COLOR: '1' },
    extendEnv: false,
    shell,
    ...(timeoutMs > 0 && { timeout: timeoutMs }),
    killSignal: 'SIGKILL',
    stdin: 'ignore',
    stdout: show ? 'inherit' : 'pipe',
    stderr: show ? 'inherit' : 'pipe',
    all: true,
    reject: false,
  });
  const output = ended.all ?? '';
  // One that ended by itself has said why.
  return { ok: !ended.failed, output: ended.exitCode === undefined ? `${output}\n${ended.shortMessage}` : output };
}

/** Runs a script of package.json, so that what it does is said there alone.
 * @param {string} name */
export async function runScript(name) {
  const { npm } = await import('../npm.mjs');
  const { command, args, shell } = npm(['run', '--silent', name]);
  return run(command, args, { shell });
}
