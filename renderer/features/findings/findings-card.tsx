import { useState } from 'react';
import type { Finding, FindingStatus } from '../../../shared/model/finding.ts';
import { Card } from '../../components/card.tsx';
import { Choice } from '../../components/choice.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import { usePrinting } from '../../components/use-printing.ts';
import { areaOf, areaWords, countWords, findingsWords, type Area } from '../../text/findings.ts';
import { FindingGroup } from './finding-group.tsx';
import { groupsOf, openAtFirst } from './groups.ts';
import { countByStatus, matching } from './order.ts';

/** Every check with its answer, what needs attention first; what is sound is folded until somebody asks. */
export function FindingsCard({ findings }: { findings: Finding[] }) {
  const [area, setArea] = useState<Area | null>(null);
  const [search, setSearch] = useState('');
  const [toggled, setToggled] = useState<Partial<Record<FindingStatus, boolean>>>({});
  const printing = usePrinting();
  const areas = [...new Set(findings.map(({ id }) => areaOf(id)))];
  const groups = groupsOf(matching(findings, area, search));
  const counts = countByStatus(findings).map(([status, count]) => `${count} ${countWords[status]}`);
  // Whoever looks for something wants to see it.
  const narrowed = area !== null || search.trim() !== '';
  return (
    <Card title={findingsWords.title} aside={counts.join(' · ')}>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, marginBottom: 8 }}>
        <Choice
          label={findingsWords.area}
          value={area}
          choose={setArea}
          options={[[null, findingsWords.allAreas], ...areas.map((each): [Area, string] => [each, areaWords[each]])]}
        />
        <SearchBox label={findingsWords.search} hint={findingsWords.searchHint} value={search} change={setSearch} />
      </div>
      {groups.map((group) => (
        <FindingGroup
          key={group.status}
          group={group}
          open={printing || narrowed || (toggled[group.status] ?? openAtFirst[group.status])}
          toggle={(open) => {
            if (!narrowed && !printing) setToggled((before) => ({ ...before, [group.status]: open }));
          }}
        />
      ))}
      {groups.length === 0 ? <p style={{ color: 'var(--soft)', padding: '8px 0' }}>{findingsWords.none}</p> : null}
    </Card>
  );
}
