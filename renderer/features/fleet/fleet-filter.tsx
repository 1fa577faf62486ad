import type { FleetWish } from '../../../shared/fleet/view.ts';
import { Choice } from '../../components/choice.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import { fleetWords, showWords } from '../../text/fleet.ts';
import { changeWish, useFleetStore } from './fleet-store.ts';

const shows = Object.entries(showWords) as [FleetWish['show'], string][];
const longestSearch = 200;

/** Narrows the list, and says how much is left of it. */
export function FleetFilter({ found }: { found: string }) {
  const { show, search, opened } = useFleetStore(({ wish }) => wish);
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '6px 14px', marginBottom: 8 }}>
      <Choice label={fleetWords.show} value={show} options={shows} choose={(chosen) => changeWish({ show: chosen })} />
      <Choice
        label={fleetWords.layout}
        value={opened === null ? 'list' : 'byCause'}
        options={[
          ['list', fleetWords.list],
          ['byCause', fleetWords.byCause],
        ]}
        choose={(chosen) => changeWish({ opened: chosen === 'list' ? null : (opened ?? []) })}
      />
      <span role="status" style={{ color: 'var(--soft)', fontSize: '0.8125rem' }}>
        {found}
      </span>
      <SearchBox
        label={fleetWords.search}
        hint={fleetWords.hint}
        value={search}
        change={(words) => changeWish({ search: words.slice(0, longestSearch) })}
      />
    </div>
  );
}
