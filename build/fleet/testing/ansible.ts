import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { installPackages } from '../../test/system.mjs';

const playbooks = fileURLToPath(new URL('../ansible', import.meta.url));

/**
 * Debian's Ansible, installed when this is root on a system that has it.
 *
 * @returns why there is none; null when there is one
 */
export async function whyNoAnsible(): Promise<string | null> {
  if (spawnSync('ansible-playbook', ['--version']).status === 0) return null;
  if (process.platform !== 'linux') return 'Ansible runs on Linux.';
  if (process.getuid?.() !== 0)
    return 'Ansible is not installed, and only root can install it (apt-get install ansible).';
  try {
    await installPackages([['ansible']]);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

/** Runs one of Ansible's programs in the folder of the playbooks, and gives its exit code and all that it said. */
export function ansible(program: string, ...args: string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, LC_ALL: 'C.UTF-8', ANSIBLE_NOCOLOR: '1', ANSIBLE_NOCOWS: '1' };
    const child = spawn(program, args, { cwd: playbooks, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}
