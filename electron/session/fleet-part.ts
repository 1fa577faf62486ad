import { closedView } from '../../shared/fleet/closed-view.ts';
import type { FleetPage, FleetWish } from '../../shared/fleet/view.ts';
import { UserError } from '../app/user-error.ts';
import type { FleetDocument, FleetFollower } from '../fleet/follow.ts';
import type { PartDeps } from './part-deps.ts';

export interface FleetPart {
  /** Reads a folder of results and watches it; one that was open is closed. */
  open(folder: string): Promise<void>;
  /** Rows as the list stands now. @throws UserError notFound when no folder is open */
  page(wish: FleetWish, from: number): Promise<FleetPage>;
  /** The newest document of a row. @throws UserError notFound */
  document(id: number): Promise<FleetDocument>;
  /** Looks through the whole folder now. */
  again(): void;
  /** Reads the names of the servers that should be in the list. @throws UserError badArguments, notFound */
  expect(path: string): Promise<void>;
  close(): void;
}

/** The folder of results that is open beside the server that is looked at. */
export function createFleetPart({ holder, engines }: PartDeps): FleetPart {
  let follower: FleetFollower | null = null;
  /** Revisions of one folder after another never meet: the page keeps rows by them. */
  let before = 0;

  function close(): void {
    follower?.close();
    follower = null;
    before = holder.current().fleet.revision + 1;
    holder.set('fleet', { ...closedView, revision: before });
  }

  function opened(): FleetFollower {
    if (follower === null) throw new UserError('notFound', 'No folder of results is open.');
    return follower;
  }

  return {
    async open(folder) {
      close();
      holder.set('fleet', { state: 'reading', folder });
      const mine = await engines.followFleet(folder, (view) => {
        if (follower === mine) holder.set('fleet', { ...view, revision: before + view.revision });
      });
      follower = mine;
    },
    async page(wish, from) {
      const page = await opened().page(wish, from);
      return { ...page, revision: before + page.revision };
    },
    document: async (id) => opened().document(id),
    again: () => opened().again(),
    async expect(path) {
      const following = opened();
      const { expectedNames } = await import('../fleet/expected-names.ts');
      following.expect(await expectedNames(path));
    },
    close,
  };
}
