import InputAdornment from '@mui/material/InputAdornment';
import OutlinedInput from '@mui/material/OutlinedInput';
import { useState } from 'react';
import type { Finding } from '../../../shared/model/finding.ts';
import { Card } from '../../components/card.tsx';
import { Choice } from '../../components/choice.tsx';
import { Icon } from '../../components/icons.tsx';
import { selectFinding, useViewStore } from '../../stores/view-store.ts';
import { areaOf, areaWords, countWords, findingsWords, type Area } from '../../text/findings.ts';
import { FindingRow, FindingRows } from './finding-row.tsx';
import { byAttention, countByStatus, matching } from './order.ts';

/** Every check with its answer, what needs attention first. */
export function FindingsCard({ findings }: { findings: Finding[] }) {
  const [area, setArea] = useState<Area | null>(null);
  const [search, setSearch] = useState('');
  const selected = useViewStore(({ finding }) => finding);
  const areas = [...new Set(findings.map(({ id }) => areaOf(id)))];
  const shown = byAttention(matching(findings, area, search));
  const counts = countByStatus(findings).map(([status, count]) => `${count} ${countWords[status]}`);
  return (
    <Card title={findingsWords.title} aside={counts.join(' · ')}>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, marginBottom: 8 }}>
        <Choice
          label={findingsWords.area}
          value={area}
          choose={setArea}
          options={[[null, findingsWords.allAreas], ...areas.map((each): [Area, string] => [each, areaWords[each]])]}
        />
        <OutlinedInput
          size="small"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          placeholder={findingsWords.searchHint}
          inputProps={{ 'aria-label': findingsWords.search, type: 'search' }}
          startAdornment={
            <InputAdornment position="start" sx={{ mr: 0, color: 'var(--soft)' }}>
              <Icon name="search" size={14} />
            </InputAdornment>
          }
          sx={{ width: 190, ml: 'auto' }}
        />
      </div>
      <FindingRows>
        {shown.map((finding) => (
          <FindingRow
            key={finding.id}
            finding={finding}
            selected={finding.id === selected}
            select={() => selectFinding(finding.id)}
          />
        ))}
      </FindingRows>
      {shown.length === 0 ? <p style={{ color: 'var(--soft)', padding: '8px 0' }}>{findingsWords.none}</p> : null}
    </Card>
  );
}
