import { vi } from 'vitest';
import { runCli } from '../run-cli.ts';

/** One command in this process: its exit code, and what it wrote. */
export async function psdoctor(...args: string[]) {
  const written = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      written[stream] += String(text);
      return true;
    }),
  );
  try {
    return { code: await runCli(args), ...written };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

/** The same with `--json`: the one document that stdout has. */
export async function psdoctorJson(...args: string[]) {
  const { code, stdout, stderr } = await psdoctor(...args, '--json');
  return { code, stderr, value: JSON.parse(stdout) as unknown };
}
