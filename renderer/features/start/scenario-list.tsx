import { useState } from 'react';
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
  const shown = scenarios.filter((scenario) => {
    const text =
      `${scenario.id} ${scenario.title} ${startWords.language(scenario.language, scenario.build)}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return (
    <>
      <div style={{ display: 'flex', alignItems: 'center', marginBottom: 6 }}>
        <span role="status" style={{ color: 'var(--soft)', fontSize: '0.8125rem' }}>
          {startWords.scenarios(shown.length, scenarios.length)}
        </span>
        <SearchBox label={startWords.search} hint={startWords.hint} value={search} change={setSearch} />
      </div>
      <div style={{ maxHeight: 300, overflow: 'auto', margin: '0 -6px' }}>
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
