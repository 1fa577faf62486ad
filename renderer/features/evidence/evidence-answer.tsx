import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useEffect, useRef, useState } from 'react';
import type { EvidenceView } from '../../../shared/model/evidence-view.ts';
import { Code, CodeBlock } from '../../components/code.tsx';
import { Icon } from '../../components/icons.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { ask } from '../../stores/bridge.ts';
import { request } from '../../stores/wizard-store.ts';
import { evidenceWords, howItCame } from '../../text/evidence.ts';
import { split } from './highlight.ts';

const Details = styled('details')({
  borderTop: '1px solid var(--line)',
  paddingTop: 6,
  '& summary': { cursor: 'pointer', display: 'flex', gap: 6, alignItems: 'flex-start', listStyle: 'none' },
  '& summary > svg': { marginTop: 2, color: 'var(--soft)' },
  '&[open] summary > svg': { transform: 'rotate(90deg)' },
  '& mark': { background: 'var(--mark)', color: 'inherit', borderRadius: 2 },
  '& .how': { color: 'var(--soft)', margin: '4px 0 6px' },
});

/** Nothing of an answer is cut by a narrow drawer; a dump of bytes keeps its columns and scrolls. */
const wrapped = { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' } as const;

/** One recorded answer, asked for when it is opened. */
export function EvidenceAnswer({ name, terms, open }: { name: string; terms: string[]; open: boolean }) {
  const [opened, setOpened] = useState(open);
  const [view, setView] = useState<EvidenceView | null | undefined>(undefined);
  useEffect(() => {
    if (opened) void request(async () => setView(await ask('evidence.get', { name })));
  }, [opened, name]);
  return (
    <Details open={opened} onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>
        <Icon name="open" size={14} />
        <Code>{view?.title ?? name}</Code>
      </summary>
      {view === undefined ? opened ? <p className="how">{evidenceWords.reading}</p> : null : null}
      {view === null ? <p className="how">{evidenceWords.notThere}</p> : null}
      {view ? <Content view={view} terms={terms} /> : null}
    </Details>
  );
}

function Content({ view, terms }: { view: EvidenceView; terms: string[] }) {
  const [bytes, setBytes] = useState<string | null>(null);
  const output = useRef<HTMLPreElement>(null);
  useEffect(() => {
    // The first place that the finding is about comes into sight, two lines below the top.
    const mark = output.current?.querySelector('mark');
    if (output.current && mark) output.current.scrollTop = Math.max(0, mark.offsetTop - output.current.offsetTop - 40);
  }, [view]);
  const toggle = async () => {
    setBytes(bytes === null ? await request(() => ask('evidence.bytes', { name: view.name })) : null);
  };
  return (
    <>
      <p className="how">{howItCame(view)}</p>
      {view.filtered.length === 0 ? null : <p className="how">{evidenceWords.filtered(view.filtered.join(', '))}</p>}
      <CodeBlock
        ref={output}
        tabIndex={0}
        role="region"
        aria-label={view.title}
        style={{ maxHeight: 340, ...(bytes === null ? wrapped : {}) }}
      >
        {bytes ??
          (view.text.trim() === ''
            ? evidenceWords.empty
            : split(view.text, terms).map((piece, index) =>
                piece.found ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>,
              ))}
      </CodeBlock>
      {view.truncated ? <p className="how">{evidenceWords.truncated}</p> : null}
      <div style={{ display: 'flex', gap: 6, marginTop: 6 }}>
        <CopyButton text={bytes ?? view.text} what={view.title} variant="outlined" />
        <Button variant="outlined" aria-pressed={bytes !== null} onClick={() => void toggle()}>
          {bytes === null ? evidenceWords.raw : evidenceWords.text}
        </Button>
      </div>
    </>
  );
}
