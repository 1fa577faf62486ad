import { lazy, Suspense } from 'react';
import type { Scenario } from '../../../shared/model/practice.ts';
import { startWords } from '../../text/start.ts';
import { Group, TargetOption } from './target-option.tsx';

/** A diagnosis can begin before the long list is drawn. */
const ScenarioList = lazy(() => import('./scenario-list.tsx'));

interface TargetChoiceProps {
  ownTarget: string | null;
  scenarios: Scenario[] | null;
  chosen: string | null;
  choose: (target: string) => void;
}

/** This server, or one of the practice scenarios: one choice over both groups. */
export function TargetChoice({ ownTarget, scenarios, chosen, choose }: TargetChoiceProps) {
  const loading = <p>{startWords.loading}</p>;
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
        {scenarios === null ? (
          loading
        ) : (
          <Suspense fallback={loading}>
            <ScenarioList scenarios={scenarios} chosen={chosen} choose={choose} />
          </Suspense>
        )}
      </Group>
    </>
  );
}
