import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import type { FleetView } from '../../../shared/fleet/view.ts';
import { Card } from '../../components/card.tsx';
import { ask } from '../../stores/bridge.ts';
import { request } from '../../stores/wizard-store.ts';
import { count } from '../../text/format.ts';
import { fleetWords, repairWords, stateWords } from '../../text/fleet.ts';

const Beside = styled('div')({
  display: 'grid',
  gap: 14,
  alignItems: 'start',
  '@media (min-width: 1000px)': { gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' },
});

const Sentences = styled('ul')({
  display: 'grid',
  gap: 8,
  fontSize: '0.8125rem',
  '& li': { overflowWrap: 'anywhere', paddingLeft: 12, borderLeft: '2px solid var(--line)' },
  '& small': { display: 'block', color: 'var(--soft)', fontSize: '0.75rem' },
});

const Numbers = styled('table')({
  borderCollapse: 'collapse',
  fontSize: '0.8125rem',
  fontVariantNumeric: 'tabular-nums',
  '& th, & td': { textAlign: 'right', fontWeight: 400, padding: '4px 0 4px 28px' },
  '& th:first-of-type': { textAlign: 'left', paddingLeft: 0 },
  '& thead th': { color: 'var(--soft)' },
  '& tbody tr': { borderTop: '1px solid var(--line)' },
});

/** What holds for many servers at once: what they share, how they were before, and what could not be read. */
export function FleetAbout({ fleet }: { fleet: FleetView }) {
  const { common, compared, repairs, clocks, expected, refused, others, counts } = fleet;
  return (
    <Beside>
      {common.length === 0 ? null : (
        <Card title={fleetWords.common} aside={fleetWords.commonAside}>
          <Sentences>
            {common.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </Sentences>
        </Card>
      )}
      {compared.servers === 0 && repairs.length === 0 ? null : (
        <Card title={fleetWords.compared} aside={fleetWords.comparedAside(compared.servers)}>
          {compared.servers === 0 ? null : <Compared compared={compared} />}
          {repairs.length === 0 ? null : <Repairs repairs={repairs} />}
        </Card>
      )}
      <Expected expected={expected} />
      {clocks.length === 0 ? null : (
        <Card title={fleetWords.clocks}>
          <Sentences>
            {clocks.map(({ server, words }) => (
              <li key={server}>
                {server}
                <small>{words}</small>
              </li>
            ))}
          </Sentences>
        </Card>
      )}
      <Files title={fleetWords.refused} files={refused} all={counts.refused} />
      <Files title={fleetWords.others} files={others} all={counts.others} help={fleetWords.othersHelp} />
    </Beside>
  );
}

/** Who left no result is in no list of results: a person's own list tells it. */
function Expected({ expected }: Pick<FleetView, 'expected'>) {
  const more = expected === null ? 0 : expected.missing - expected.first.length;
  return (
    <Card title={fleetWords.expected} aside={expected === null ? undefined : fleetWords.expectedAside(expected)}>
      {expected === null ? (
        <p style={{ color: 'var(--soft)', fontSize: '0.8125rem' }}>{fleetWords.expectedHelp}</p>
      ) : (
        <Sentences>
          {expected.first.map(({ server, words }) => (
            <li key={server}>
              {server}
              <small>{words}</small>
            </li>
          ))}
        </Sentences>
      )}
      {more > 0 ? <p style={{ color: 'var(--soft)', marginTop: 8 }}>{fleetWords.expectedMore(more)}</p> : null}
      <Button
        variant="outlined"
        style={{ marginTop: 10 }}
        onClick={() => void request(() => ask('fleet.expect', undefined))}
      >
        {fleetWords.expectedOpen}
      </Button>
    </Card>
  );
}

function Compared({ compared: { before, now } }: Pick<FleetView, 'compared'>) {
  return (
    <Numbers>
      <thead>
        <tr>
          {[fleetWords.state, fleetWords.before, fleetWords.now].map((words) => (
            <th key={words} scope="col">
              {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {(['failing', 'incomplete', 'healthy'] as const).map((state) => (
          <tr key={state}>
            <th scope="row">{stateWords[state]}</th>
            <td>{count(before[state])}</td>
            <td>{count(now[state])}</td>
          </tr>
        ))}
      </tbody>
    </Numbers>
  );
}

function Repairs({ repairs }: Pick<FleetView, 'repairs'>) {
  return (
    <>
      <h3 style={{ fontSize: '0.8438rem', margin: '12px 0 4px' }}>{fleetWords.repairs}</h3>
      <Sentences>
        {repairs.map((each) => (
          <li key={`${each.repair} ${each.outcome}`}>
            {count(each.servers)} · {repairWords(each)}
          </li>
        ))}
      </Sentences>
    </>
  );
}

interface FilesProps {
  title: string;
  /** The first of them. */
  files: FleetView['refused'];
  all: number;
  help?: string;
}

function Files({ title, files, all, help }: FilesProps) {
  if (files.length === 0) return null;
  return (
    <Card title={title} aside={count(all)}>
      {help === undefined ? null : (
        <p style={{ color: 'var(--soft)', fontSize: '0.8125rem', marginBottom: 8 }}>{help}</p>
      )}
      <Sentences>
        {files.map(({ file, words }) => (
          <li key={file}>
            {file}
            <small>{words}</small>
          </li>
        ))}
      </Sentences>
      {all > files.length ? (
        <p style={{ color: 'var(--soft)', marginTop: 8 }}>{fleetWords.refusedMore(all - files.length)}</p>
      ) : null}
    </Card>
  );
}
