import { makeTrustedFolder } from '../../cases/trusted-folder.ts';
import { decode, decodeUnicode } from '../decode.ts';
import { outputWithoutSecrets } from '../filters.ts';
import type { CommandAnswer, CommandQuestion, Host, HostAnswer, Output } from '../host.ts';
import { connectTls } from '../tls-client.ts';
import { toolPath } from '../tools.ts';
import { toolEnvironment } from './environment.ts';
import { listFolder } from './list-folder.ts';
import { readFile } from './read-file.ts';
import { serverRegistry } from './registry.ts';
import { runCommand } from './run-command.ts';
import { realWorld, type WindowsWorld } from './world.ts';

/** The server that this process runs on. */
export function createWindowsHost(world: WindowsWorld = realWorld()): Host {
  const registry = serverRegistry(world);
  const at = (): string => world.now().toISOString();

  // Most tools print nothing but ASCII, and the code pages cost a process.
  const output = async (bytes: Uint8Array): Promise<Output> => ({
    bytes,
    ...(decodeUnicode(bytes) ?? decode(bytes, await registry.codePages())),
  });

  const run = async (question: CommandQuestion): Promise<CommandAnswer> => {
    const asked = at();
    const { name, tool, args, filter, ...limits } = question;
    const binary = toolPath(tool, world.systemRoot);
    const { stdout, stderr, ...result } = await runCommand(world.mapPath(binary), args, {
      ...limits,
      systemFolder: world.systemFolder,
      env: toolEnvironment(world.environment, world.systemRoot),
    });
    const { stdout: passed, ...told } = await outputWithoutSecrets(stdout, filter);
    return {
      kind: 'command',
      name,
      at: asked,
      binary,
      args,
      ...result,
      ...told,
      stdout: await output(passed),
      stderr: await output(stderr),
    };
  };

  const describe = async (): Promise<HostAnswer> => {
    const startedAt = performance.now();
    const now = at();
    const [bootTime, addresses, fqdn] = await Promise.all([world.bootTime(), world.addresses(), registry.fqdn()]);
    const durationMs = Math.round(performance.now() - startedAt);
    return { kind: 'host', name: 'host', at: now, durationMs, now, bootTime, addresses, fqdn };
  };

  return {
    kind: 'windows',
    name: 'windows',
    repairLock: world.repairLock,
    run,
    describe,
    identity: () => registry.machineGuid(),
    readFile: (question) => readFile(question, world.mapPath(question.path), at()),
    listFolder: (question) => listFolder(question, world.mapPath(question.path), at()),
    connectTls: async (question) => connectTls(question, await world.connect(question.address, question.port), at()),
    async exportPath(fileName) {
      const own = `${world.programData}\\PackageServerDoctor`;
      const folder = `${own}\\Exports`;
      for (const path of [own, folder]) {
        await makeTrustedFolder(
          world.mapPath(path),
          world.whyLoose,
          'Backups go through it, and others could change them there. Give it to administrators alone.',
        );
      }
      return `${folder}\\${fileName}`;
    },
    dispose: () => Promise.resolve(),
  };
}
