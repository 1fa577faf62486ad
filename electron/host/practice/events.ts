import { refreshIisView } from './iis.ts';
import type { World } from './model/world.ts';
import { freshPid } from './services.ts';
import { folderStore } from './store/folder-store.ts';

/** What the world does to a server without any tool of ours. */
const events = {
  /** HTTP.SYS loads its records from the registry, and IIS reads HTTP.SYS. */
  reboot(world: World, now: Date): string {
    world.httpSys.live = structuredClone(world.httpSys.registry);
    world.windows.bootTime = now.toISOString();
    for (const service of world.services) {
      const starts = service.startMode === 'auto' || service.kind === 'driver';
      service.state = starts ? 'running' : 'stopped';
      service.pendingUntil = null;
      service.pid = starts && service.kind !== 'driver' ? freshPid(world) : 0;
    }
    for (const site of world.iis.sites) site.state = site.autoStart ? 'Started' : 'Stopped';
    refreshIisView(world);
    return `${world.windows.fqdn} was rebooted.`;
  },
} as const;

export type PracticeEvent = keyof typeof events;
export const practiceEvents = Object.keys(events) as PracticeEvent[];

/** Changes the world as the event does, and says so in one sentence. */
export function happen(world: World, event: PracticeEvent, now: Date): string {
  return events[event](world, now);
}

/** Lets an event happen to the practice server that is kept in `dir`. */
export function applyPracticeEvent(dir: string, event: PracticeEvent): Promise<string> {
  return folderStore(dir).update((world) => happen(world, event, new Date()));
}
