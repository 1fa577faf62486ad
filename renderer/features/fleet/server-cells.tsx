import type { ServerRow } from '../../../shared/fleet/view.ts';
import { day } from '../../../shared/map/day.ts';
import { StatusTag } from '../../components/status-tag.tsx';
import {
  beforeWords,
  daysWords,
  fleetWords,
  repairTitle,
  repairWords,
  shortOutcome,
  sourceWords,
  stateWords,
} from '../../text/fleet.ts';
import { clockTime, dateTime } from '../../text/format.ts';

const statuses = { failing: 'fail', incomplete: 'notRun', healthy: 'pass' } as const;

interface ServerCellsProps {
  row: ServerRow;
  open: () => void;
  openRepair: () => void;
}

/** A server of the table, a cell each column; what is cut off in a cell is told in full by its title. */
export function ServerCells({ row, open, openRepair }: ServerCellsProps) {
  const { server, source, state, causes, repair, before, expiry } = row;
  const [first] = causes;
  return (
    <>
      <div role="gridcell" title={server}>
        <button type="button" tabIndex={-1} onClick={open}>
          {server}
        </button>
        <small style={{ marginTop: -4 }}>{sourceWords[source]}</small>
      </div>
      <div role="gridcell">
        <StatusTag status={statuses[state]} words={stateWords[state]} />
      </div>
      <div role="gridcell" title={causes.map(({ id }) => id).join(', ')}>
        {first?.id}
        <small>{first === undefined ? '' : fleetWords.likelihood(first.likelihood, causes.length - 1)}</small>
      </div>
      <div role="gridcell" title={repair === null ? '' : fleetWords.openRepair(repairWords(repair))}>
        {repair === null ? null : (
          <>
            <button type="button" tabIndex={-1} onClick={openRepair}>
              {shortOutcome(repair)}
            </button>
            <small style={{ marginTop: -4 }}>{repairTitle(repair)}</small>
          </>
        )}
      </div>
      <div role="gridcell" title={before === null ? '' : beforeWords(before)}>
        {before === null ? null : (
          <>
            {stateWords[before.state]}
            <small>{before.causes.filter((id) => id !== 'healthy').join(', ')}</small>
          </>
        )}
      </div>
      <div role="gridcell">
        {expiry === null ? <span style={{ color: 'var(--soft)' }}>{fleetWords.notKnown}</span> : day(expiry.notAfter)}
        {expiry === null ? null : <small>{daysWords(expiry.days)}</small>}
      </div>
      <DiagnosedCell row={row} />
    </>
  );
}

/** When, and in its second line what speaks against taking it as it stands. */
function DiagnosedCell({ row: { at, clock, clockNote, daysBehind } }: { row: ServerRow }) {
  const age = daysBehind === null ? null : fleetWords.behind(daysBehind);
  const doubt = clock === 'file' ? fleetWords.byFile : age;
  return (
    <div role="gridcell" title={[dateTime(at), age, clockNote].filter(Boolean).join('\n')}>
      {day(at)}
      {doubt === null ? <small>{clockTime(at)}</small> : <small className="doubt">{doubt}</small>}
    </div>
  );
}
