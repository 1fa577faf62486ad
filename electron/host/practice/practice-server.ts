import { makeFolder } from '../../app/make-folder.ts';
import { UserError } from '../../app/user-error.ts';
import type { CommandQuestion, Host } from '../host.ts';
import { connectTls } from '../tls-client.ts';
import type { ToolName } from '../tools.ts';
import { happen, type PracticeEvent } from './events/events.ts';
import type { Fault, FaultOptions } from './faults.ts';
import { startListener } from './listener.ts';
import type { World } from './model/world.ts';
import { answerFile, answerFolder } from './practice-files.ts';
import { askTool } from './practice-tool.ts';
import { scenarios } from './scenarios/catalogue.ts';
import { usualName } from './scenarios/usual-name.ts';
import { checkedServer } from './store/checked-server.ts';
import { isKept, keepWorld } from './store/folder-store.ts';
import { memoryStore } from './store/memory-store.ts';
import { practiceRepairLock } from './store/repair-lock.ts';
import type { WorldStore } from './store/world-store.ts';
import { practiceTarget, type PracticeTarget } from './target.ts';

export { applyPracticeEvent, practiceEvents } from './events/events.ts';
export { listScenarios } from './scenarios/catalogue.ts';
export { parsePracticeTarget } from './target.ts';

export interface PracticeOptions extends PracticeTarget {
  /** Keeps the server in this folder; one that is there already is continued, whatever its scenario. */
  dir?: string;
  /** Tools take as long as the real ones; default: no time. */
  realisticSpeed?: boolean;
}

export interface PracticeServer {
  host: Host;
  /** The state at this moment; a copy. */
  world(): Promise<World>;
  /** Lets anything happen to the server that no tool of ours does. */
  change(change: (world: World) => void): Promise<void>;
  /** Lets one of the events of `psdoctor practice` happen. */
  happen(event: PracticeEvent): Promise<string>;
  reboot(): Promise<void>;
  /** Makes a tool fail until `null` takes the fault away. For tests: nothing in the product sets one. */
  fault(tool: ToolName, fault: Fault | null, options?: FaultOptions): void;
  dispose(): Promise<void>;
}

/** A simulated package server: a model with state, real tools' bytes, and a real TLS listener. */
export async function createPracticeServer(options: PracticeOptions): Promise<PracticeServer> {
  const store = await openStore(options);
  const first = await store.read();
  const repairLock = await practiceRepairLock(options.dir);
  const listener = startListener(store);
  const faults = new Map<ToolName, { fault: Fault } & FaultOptions>();
  const faultOf = ({ tool, args }: CommandQuestion): Fault | undefined => {
    const set = faults.get(tool);
    return set?.when?.(args) === false ? undefined : set?.fault;
  };

  const host: Host = {
    kind: 'practice',
    name: practiceTarget(first),
    repairLock,
    run: (question) => askTool(store, question, faultOf(question), options.realisticSpeed === true),
    readFile: async (question) => answerFile(await store.read(), question),
    listFolder: async (question) => answerFolder(await store.read(), question),
    async connectTls(question) {
      const port = await listener.portFor(question.address, question.port);
      return connectTls(question, { host: '127.0.0.1', port });
    },
    async describe() {
      const { windows } = await store.read();
      const now = new Date().toISOString();
      const { bootTime, fqdn } = windows;
      const addresses = windows.addresses.filter((address) => address !== '::1' && !address.startsWith('127.'));
      return { kind: 'host', name: 'host', at: now, durationMs: 0, now, bootTime, addresses, fqdn };
    },
    identity: async () => (await store.read()).windows.machineGuid,
    exportPath: async (fileName) => `C:\\ProgramData\\PackageServerDoctor\\Exports\\${fileName}`,
    dispose: () => listener.close(),
  };

  return {
    host,
    world: async () => structuredClone(await store.read()),
    change: (change) => store.update(change),
    happen: (event) => happen(store, event),
    reboot: async () => void (await happen(store, 'reboot')),
    fault(tool, fault, more = {}) {
      if (fault === null) faults.delete(tool);
      else faults.set(tool, { fault, ...more });
    },
    dispose: () => listener.close(),
  };
}

async function openStore({ dir, ...target }: PracticeOptions): Promise<WorldStore> {
  if (dir === undefined) return memoryStore(await createWorld(target));
  await makeFolder(dir);
  if (!(await isKept(dir))) await keepWorld(dir, await createWorld(target));
  return checkedServer(dir);
}

async function createWorld({ scenario, language, build, fqdn = usualName }: PracticeTarget): Promise<World> {
  const definition = scenarios.find(({ id }) => id === scenario);
  if (definition === undefined) throw new UserError('unknownTarget', `There is no practice scenario "${scenario}".`);
  // The certificate library is heavy: it is loaded where a new server needs certificates, and nowhere else.
  const { openScenario } = await import('./scenarios/open-scenario.ts');
  return openScenario(definition, language ?? definition.language, build ?? definition.build, fqdn);
}
