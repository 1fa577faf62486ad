import Button from '@mui/material/Button';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { EvidenceView } from '../../../shared/model/evidence-view.ts';
import { CodeBlock } from '../../components/code.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { ask } from '../../stores/bridge.ts';
import { request } from '../../stores/wizard-store.ts';
import { evidenceWords, howItCame } from '../../text/evidence.ts';
import { split } from './highlight.ts';
import { tidy } from './tidy.ts';

/** What an answer says, what is looked for marked in it; its lines are never broken. */
export function AnswerContent({ view, terms }: { view: EvidenceView; terms: string[] }) {
  const [bytes, setBytes] = useState<string | null>(null);
  const output = useRef<HTMLPreElement>(null);
  const tidied = useMemo(() => tidy(view.text), [view.text]);
  useEffect(() => {
    // The first place that the finding is about comes into sight, two lines below the top.
    const mark = output.current?.querySelector('mark');
    if (output.current && mark) output.current.scrollTop = Math.max(0, mark.offsetTop - output.current.offsetTop - 40);
  }, []);
  const toggle = async () => {
    const { name, seq } = view;
    setBytes(bytes === null ? await request(() => ask('evidence.bytes', { name, seq })) : null);
  };
  return (
    <>
      <p className="how">{howItCame(view)}</p>
      {view.filtered.length === 0 ? null : <p className="how">{evidenceWords.filtered(view.filtered.join(', '))}</p>}
      <CodeBlock ref={output} tabIndex={0} role="region" aria-label={view.title} style={{ maxHeight: 340 }}>
        {bytes ??
          (view.text.trim() === ''
            ? evidenceWords.empty
            : split(tidied, terms).map((piece, index) =>
                piece.found ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>,
              ))}
      </CodeBlock>
      {tidied === view.text || bytes !== null ? null : <p className="how">{evidenceWords.tidied}</p>}
      {view.truncated ? <p className="how">{evidenceWords.truncated}</p> : null}
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 6, marginTop: 6 }}>
        <CopyButton text={bytes ?? view.text} what={view.title} variant="outlined" />
        <Button variant="outlined" aria-pressed={bytes !== null} onClick={() => void toggle()}>
          {bytes === null ? evidenceWords.raw : evidenceWords.text}
        </Button>
      </div>
    </>
  );
}
