import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildOneFile } from './outputs.mjs';
import { bundlePsdoctor } from './package/console/psdoctor.mjs';
import { inRoot } from './paths.mjs';
import { endOnSignals, run } from './test/run.mjs';
import { step } from './test/step.mjs';
import { problemsOfLook } from './wine/look-problems.mjs';

// `npm run verify:windows`, on a Windows Server, best from an elevated prompt: how the windows Host does with that Windows, and
// a diagnosis whose evidence is judged again. Reads alone; changes nothing of the server. docs/tested.md says what to send.
const folder = inRoot('out', 'verify-windows');

if (process.platform === 'win32') await verify();
else {
  console.log('Not run: this computer is no Windows. What to run on one, and what to send, is in docs/tested.md.');
}

async function verify() {
  endOnSignals();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const look = join(folder, 'look.json');
  const [first, again, evidence] = ['result.json', 'again.json', 'evidence.zip'].map((name) => join(folder, name));
  let program = '';
  const steps = [
    await step('build', async () => {
      program = await bundlePsdoctor(folder);
      await buildOneFile('build/wine/host-look.ts', 'host-look', join(folder, 'look'));
    }),
    await step('processes and files', async () => {
      await node(join(folder, 'look', 'host-look.mjs'), look);
      const problems = problemsOfLook(readJson(look));
      if (problems.length > 0) throw new Error(problems.join('\n'));
      return 'as the product needs them';
    }),
    await step('diagnosis', async () => {
      await node(program, 'diagnose', '--target', 'windows', '--bundle', `${evidence}`, '--json', '--out', `${first}`);
      const { facts, causes } = readJson(`${first}`);
      const unknown = Object.entries(facts).flatMap(([name, fact]) =>
        fact.state === 'known' ? [] : [`${name}: ${fact.reason}`],
      );
      writeFileSync(join(folder, 'unknown.txt'), unknown.map((line) => `${line}\n`).join(''));
      return `${causes.map((/** @type {{ id: string }} */ { id }) => id).join(', ')}; ${unknown.length} facts not known`;
    }),
    await step('judged again', async () => {
      await node(program, 'diagnose', '--target', `recorded:${evidence}`, '--json', '--out', `${again}`);
      const said = [`${first}`, `${again}`].map((file) => JSON.stringify(readJson(file).findings));
      if (said[0] !== said[1]) throw new Error('The evidence is judged otherwise than the server was.');
    }),
  ];
  console.log(`\nEverything lies in ${folder}. Read docs/tested.md before you send it.`);
  process.exitCode = steps.includes(null) ? 1 : 0;
}

/** Runs a program of ours. What it concludes is no failure.
 * @param {string[]} args */
async function node(...args) {
  const { ok, output } = await run(process.execPath, args, { timeoutMs: 300_000 });
  if (!ok && /(?:^|\n)\s+at |ended by/u.test(output)) throw new Error(output);
}

/** @param {string} file @returns {any} */
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));
