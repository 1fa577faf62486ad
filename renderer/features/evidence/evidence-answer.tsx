import { styled } from '@mui/material/styles';
import { useEffect, useState } from 'react';
import type { EvidenceView } from '../../../shared/model/evidence-view.ts';
import { Code } from '../../components/code.tsx';
import { Icon } from '../../components/icons.tsx';
import { ask } from '../../stores/bridge.ts';
import { request } from '../../stores/wizard-store.ts';
import { evidenceWords, sourceWords } from '../../text/evidence.ts';
import { AnswerContent } from './answer-content.tsx';
import { AnswerPhases } from './answer-phases.tsx';

const Details = styled('details')({
  borderTop: '1px solid var(--line)',
  paddingTop: 6,
  '& summary': { cursor: 'pointer', display: 'flex', gap: 6, alignItems: 'flex-start', listStyle: 'none' },
  '& summary > svg': { marginTop: 2, color: 'var(--soft)' },
  '&[open] summary > svg': { transform: 'rotate(90deg)' },
  '& mark': { background: 'var(--mark)', color: 'var(--onMark)', borderRadius: 2 },
  '& .how': { color: 'var(--soft)', margin: '4px 0 6px' },
});

interface EvidenceAnswerProps {
  name: string;
  terms: string[];
  open: boolean;
  /** The side of a repair that is read: its first answer, or its newest. */
  side: 'before' | 'after';
}

/** One recorded answer, asked for when it is opened; where it was given several times, a person chooses which. */
export function EvidenceAnswer({ name, terms, open, side }: EvidenceAnswerProps) {
  const [opened, setOpened] = useState(open);
  const [chosen, setChosen] = useState<number | null>(null);
  const [view, setView] = useState<EvidenceView | null | undefined>(undefined);
  useEffect(() => {
    if (!opened) return;
    let stale = false;
    void request(async () => {
      const newest = await ask('evidence.get', { name, seq: chosen });
      const before = chosen === null && side === 'before' ? lastBefore(newest) : null;
      const answer = before === null ? newest : await ask('evidence.get', { name, seq: before });
      if (!stale) setView(answer);
    });
    return () => {
      stale = true;
    };
  }, [opened, name, chosen, side]);
  return (
    <Details open={opened} onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>
        <Icon name="open" size={14} />
        <span>{sourceWords(name)}</span>
      </summary>
      {view === undefined ? opened ? <p className="how">{evidenceWords.reading}</p> : null : null}
      {view === null ? <p className="how">{evidenceWords.notThere}</p> : null}
      {view ? (
        <>
          <p style={{ marginTop: 4 }}>
            <Code>{view.title}</Code>
          </p>
          <AnswerPhases view={view} choose={setChosen} />
          <AnswerContent key={view.seq} view={view} terms={terms} />
        </>
      ) : null}
    </Details>
  );
}

/** The last answer that was given before anything was changed; null when the newest is that one. */
function lastBefore(view: EvidenceView | null): number | null {
  const seq = view?.answers.findLast(({ phase }) => phase === 'before')?.seq ?? null;
  return seq === view?.seq ? null : seq;
}
