import type { ToolName } from '../../tools.ts';
import type { World } from '../model/world.ts';
import { createPackageServer } from '../scenarios/package-server.ts';
import { runTool } from '../tools/run-tool.ts';

interface ToolsOn {
  /** The server's state, which tools and tests change. */
  world: World;
  now: Date;
  /** Runs a tool; the text is both outputs, one character a byte. */
  run(tool: ToolName, ...args: string[]): { exitCode: number; text: string };
  /** Runs a script of the product by its name; gives its sections. */
  script(name: string): Record<string, unknown>;
}

/** A healthy package server with all its tools, no listener and no history. */
export async function toolsOn(build = 20348, language = 'en-US'): Promise<ToolsOn> {
  const { world } = await createPackageServer('healthy', language, build);
  const now = new Date();
  const run: ToolsOn['run'] = (tool, ...args) => {
    const { exitCode, stdout, stderr } = runTool(world, tool, args, now);
    return { exitCode, text: Buffer.from(stdout).toString('latin1') + Buffer.from(stderr).toString('latin1') };
  };
  return {
    world,
    now,
    run,
    script(name) {
      const encoded = Buffer.from(`# psdoctor-script: ${name}\n`, 'utf16le').toString('base64');
      const { text } = run('powershell', '-NoProfile', '-EncodedCommand', encoded);
      const sections = text.matchAll(/-----BEGIN psdoctor (\w+)-----\r\n(.*)\r\n-----END psdoctor \1-----/gu);
      return Object.fromEntries([...sections].map(([, section, json]) => [section, JSON.parse(json ?? '')]));
    },
  };
}
