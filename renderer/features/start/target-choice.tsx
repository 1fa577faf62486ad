import { useDeferredValue, useState } from 'react';
import type { Scenario } from '../../../shared/model/practice.ts';
import { SearchBox } from '../../components/search-box.tsx';
import { startWords } from '../../text/start.ts';
import { Group, TargetOption } from './target-option.tsx';

interface TargetChoiceProps {
  ownTarget: string | null;
  scenarios: Scenario[] | null;
  chosen: string | null;
  choose: (target: string) => void;
}

/** This server, or one of the practice scenarios: one choice over both groups. */
export function TargetChoice({ ownTarget, scenarios, chosen, choose }: TargetChoiceProps) {
  // A diagnosis can begin before the long list is drawn.
  const drawn = useDeferredValue(scenarios, null);
  return (
    <>
      <Group>
        <legend>{startWords.thisServer}</legend>
        <div style={{ margin: '0 -6px' }}>
          <TargetOption
            value={ownTarget ?? 'windows'}
            checked={chosen === (ownTarget ?? 'windows')}
            choose={choose}
            disabled={ownTarget === null}
            title={startWords.diagnoseThis}
            help={ownTarget === null ? startWords.notWindows : startWords.thisServerHelp}
          />
        </div>
      </Group>
      <Group>
        <legend>{startWords.practice}</legend>
        <p>{startWords.practiceHelp}</p>
        {drawn === null ? <p>{startWords.loading}</p> : <Scenarios scenarios={drawn} chosen={chosen} choose={choose} />}
      </Group>
    </>
  );
}

/** In a box of their own that scrolls: the list grows, and what comes below it stays in reach. */
function Scenarios({ scenarios, chosen, choose }: Omit<TargetChoiceProps, 'ownTarget'> & { scenarios: Scenario[] }) {
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
