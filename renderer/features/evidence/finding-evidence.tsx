import { styled } from '@mui/material/styles';
import type { Finding } from '../../../shared/model/finding.ts';
import { StatusTag } from '../../components/status-tag.tsx';
import { Tag } from '../../components/tag.tsx';
import { evidenceWords } from '../../text/evidence.ts';
import { EvidenceAnswer } from './evidence-answer.tsx';
import { termsOf } from './highlight.ts';
import { mostTelling } from './most-telling.ts';

const Box = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  gap: 10,
  fontSize: '0.8125rem',
  '& h3': { fontSize: '0.875rem', lineHeight: 1.4, overflowWrap: 'anywhere' },
  '& h4': { margin: '4px 0 0', fontSize: '0.8125rem', fontWeight: 600 },
  '& .detail p + p': { marginTop: 8 },
  '& .detail': { overflowWrap: 'anywhere' },
});

const Tags = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: 6, alignItems: 'center' });

/** What a finding says in full, its articles, and the recorded answers, the first of them open. */
export function FindingEvidence({ finding, side }: { finding: Finding; side: 'before' | 'after' }) {
  const { id, status, summary, detail, kb, evidence } = finding;
  const terms = termsOf(`${summary}\n${detail}`);
  return (
    <Box>
      <Tags>
        <StatusTag status={status} />
        <Tag>{id}</Tag>
        {kb.map((article) => (
          <Tag key={article} tone="accent">
            {article}
          </Tag>
        ))}
      </Tags>
      <h3>{summary}</h3>
      {side === 'before' ? <p style={{ color: 'var(--soft)' }}>{evidenceWords.beforeRepair}</p> : null}
      <div className="detail">
        {detail.split('\n').map((paragraph, index) => (
          <p key={`${index}-${paragraph}`}>{paragraph}</p>
        ))}
      </div>
      <h4>{evidence.length === 0 ? evidenceWords.noAnswers : evidenceWords.answers(evidence.length)}</h4>
      {mostTelling(evidence, id).map((name, index) => (
        <EvidenceAnswer key={name} name={name} terms={terms} open={index === 0} side={side} />
      ))}
    </Box>
  );
}
