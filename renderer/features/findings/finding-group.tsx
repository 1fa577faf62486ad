import { styled } from '@mui/material/styles';
import { Fold } from '../../components/fold.tsx';
import { selectFinding, useViewStore } from '../../stores/view-store.ts';
import { areaWords, groupWords } from '../../text/findings.ts';
import { FindingRow } from './finding-row.tsx';
import type { StatusGroup } from './groups.ts';

const Box = styled('section')({
  borderTop: '1px solid var(--line)',
  '& h3': { fontSize: '0.8438rem' },
  '& h4': { margin: '8px 8px 2px', fontSize: '0.75rem', fontWeight: 600, color: 'var(--soft)' },
});

interface FindingGroupProps {
  group: StatusGroup;
  open: boolean;
  toggle: (open: boolean) => void;
}

/** The findings of one status. Where many areas have one, each area has its heading. */
export function FindingGroup({ group: { status, count, areas }, open, toggle }: FindingGroupProps) {
  const selected = useViewStore(({ finding }) => finding);
  const headed = count > 6 && areas.length > 1;
  return (
    <Box>
      <Fold open={open} toggle={toggle} summary={<h3>{groupWords(status, count)}</h3>}>
        {areas.map(({ area, findings }) => (
          <div key={area}>
            {headed ? <h4>{areaWords[area]}</h4> : null}
            <ul>
              {findings.map((finding) => (
                <FindingRow
                  key={finding.id}
                  finding={finding}
                  selected={finding.id === selected}
                  select={() => selectFinding(finding.id)}
                />
              ))}
            </ul>
          </div>
        ))}
      </Fold>
    </Box>
  );
}
