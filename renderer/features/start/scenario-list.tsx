import { useEffect, useRef, useState } from 'react';
import type { Scenario } from '../../../shared/model/practice.ts';
import { SearchBox } from '../../components/search-box.tsx';
import { startWords } from '../../text/start.ts';
import { TargetOption } from './target-option.tsx';

interface ScenarioListProps {
  scenarios: Scenario[];
  chosen: string | null;
  choose: (target: string) => void;
}

/** In a box of their own that scrolls: the list grows, and what comes below it stays in reach. */
export default function ScenarioList({ scenarios, chosen, choose }: ScenarioListProps) {
  const [search, setSearch] = useState('');
  const words = search.toLowerCase().split(/\s+/u).filter(Boolean);
  const found = scenarios.filter((scenario) => {
    const text =
      `${scenario.id} ${scenario.title} ${startWords.language(scenario.language, scenario.build)}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  // What would be diagnosed is in sight, whatever is searched for.
  const shown = scenarios.filter((scenario) => found.includes(scenario) || chosen === `practice:${scenario.id}`);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The box alone scrolls: the page keeps its heading in sight.
    const option = box.current?.querySelector('input:checked')?.closest('label');
    if (box.current && option) box.current.scrollTop = option.offsetTop - 40;
  }, []);
  return (
    <>
      <div style={{ display: 'flex', alignItems: 'center', marginBottom: 6 }}>
        <span role="status" style={{ color: 'var(--soft)', fontSize: '0.8125rem' }}>
          {startWords.scenarios(found.length, scenarios.length)}
        </span>
        <SearchBox label={startWords.search} hint={startWords.hint} value={search} change={setSearch} />
      </div>
      {found.length === 0 ? <p style={{ padding: '4px 0', fontSize: '0.8438rem' }}>{startWords.noScenario}</p> : null}
      <div ref={box} style={{ position: 'relative', maxHeight: 300, overflow: 'auto', margin: '0 -6px' }}>
        {shown.map(({ id, title, language, build }) => (
          <TargetOption
            key={id}
            value={`practice:${id}`}
            checked={chosen === `practice:${id}`}
            choose={choose}
            title={title}
            help={startWords.language(language, build)}
          />
        ))}
      </div>
    </>
  );
}
