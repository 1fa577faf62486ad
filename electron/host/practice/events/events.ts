import { updatePolicy } from '../agent/policy.ts';
import { findRecord, replaceRecord } from '../http-sys.ts';
import { iisRecord } from '../iis.ts';
import type { SslRecord } from '../model/http-sys.ts';
import type { World } from '../model/world.ts';
import { checkedServer } from '../store/checked-server.ts';
import type { WorldStore } from '../store/world-store.ts';
import { reboot } from './reboot.ts';

/** Changes the world, and says so in one sentence. */
type Happening = (world: World, now: Date) => string;

/** What the world does to a server without any tool of ours. What an event needs first, it gets from the state as it is. */
const events = {
  reboot: () => Promise.resolve(reboot),

  /** The console has "Force overwrite HTTPS binding" now, and its policy arrives. The agent acts on its next start. */
  'policy-forced': () =>
    Promise.resolve((world: World, now: Date) => {
      if (world.agent !== null) world.agent.waiting = { ...world.agent.settings, forceBinding: true };
      return updatePolicy(world, now)
        ? 'The policy with "Force overwrite HTTPS binding" arrived. The agent follows it on its next start.'
        : 'There is no agent on this server that could receive a policy.';
    }),

  async 'certificate-renewed'(world: World): Promise<Happening> {
    const { renewCertificate } = await import('./renew-certificate.ts');
    return renewCertificate(world);
  },

  'other-product-writes': () =>
    Promise.resolve((world: World, now: Date) => {
      const record = world.otherProduct?.record ?? foreignRecord(world);
      const code = replaceRecord(world, record, now);
      return code === 0
        ? `Another product wrote its own record for ${record.endpoint}.`
        : `Another product deleted the record for ${record.endpoint} and failed to write its own (error ${code}).`;
    }),
} satisfies Record<string, (world: World) => Promise<Happening>>;

/** A deploy tool binds another certificate of the store, under an application id that it made up. */
function foreignRecord({ httpSys, certificates }: World): SslRecord {
  const current = findRecord(httpSys.live, '0.0.0.0:443')?.hash;
  const other = certificates.find(({ store, hash }) => store === 'MY' && hash !== current);
  const record = iisRecord('0.0.0.0:443', other ?? { hash: '0'.repeat(40), store: 'MY' });
  return { ...record, appId: 'b3f0c1a6-5d0e-4b7e-9a55-0c6a1d2f7e84' };
}

export type PracticeEvent = keyof typeof events;
export const practiceEvents = Object.keys(events) as PracticeEvent[];

/** Lets an event happen, and says so in one sentence. */
export async function happen(store: WorldStore, event: PracticeEvent): Promise<string> {
  const happening = await events[event](await store.read());
  return store.update((world) => happening(world, new Date()));
}

/** Lets an event happen to the practice server that is kept in `dir`. */
export async function applyPracticeEvent(dir: string, event: PracticeEvent): Promise<string> {
  return happen(await checkedServer(dir), event);
}
