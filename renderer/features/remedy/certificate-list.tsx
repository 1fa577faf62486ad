import { styled } from '@mui/material/styles';
import { Fragment } from 'react';
import type { Thumbprint } from '../../../shared/model/endpoint.ts';
import type { CertificateCandidate } from '../../../shared/model/wizard-state.ts';
import { Code } from '../../components/code.tsx';
import { Radio } from '../../components/radio.tsx';
import { Tag } from '../../components/tag.tsx';
import { day } from '../../../shared/map/day.ts';
import { remedyWords } from '../../text/remedy.ts';

const Group = styled('fieldset')({
  border: 0,
  margin: 0,
  padding: 0,
  minWidth: 0,
  '& legend': { padding: 0, fontWeight: 600, fontSize: '0.8438rem', marginBottom: 4 },
});

const Option = styled('label')({
  display: 'flex',
  alignItems: 'flex-start',
  gap: 6,
  padding: '4px 8px 6px 2px',
  borderRadius: 6,
  border: '1px solid var(--line)',
  marginBottom: 6,
  fontSize: '0.8125rem',
  cursor: 'pointer',
  '&:has(:checked)': { background: 'var(--accentSoft)', borderColor: 'var(--accent)' },
  '& > div': { minWidth: 0, paddingTop: 5, overflowWrap: 'anywhere' },
  '& .what': { display: 'flex', flexWrap: 'wrap', gap: '2px 10px', alignItems: 'baseline' },
  '& .why': { color: 'var(--soft)' },
});

interface CertificateListProps {
  candidates: readonly CertificateCandidate[];
  chosen: Thumbprint | null;
  choose: (thumbprint: Thumbprint) => void;
  disabled: boolean;
}

/** The certificates that the record could name, each with the reasons for its place. */
export function CertificateList({ candidates, chosen, choose, disabled }: CertificateListProps) {
  return (
    <Group disabled={disabled}>
      <legend>{remedyWords.certificate}</legend>
      {candidates.map((candidate) => (
        <Candidate
          key={candidate.thumbprint}
          candidate={candidate}
          checked={candidate.thumbprint === chosen}
          choose={choose}
        />
      ))}
    </Group>
  );
}

interface CandidateProps {
  candidate: CertificateCandidate;
  checked: boolean;
  choose: (thumbprint: string) => void;
}

function Candidate({ candidate, checked, choose }: CandidateProps) {
  const { thumbprint, subject, notAfter, recommended, reasons, doubts } = candidate;
  return (
    <Option>
      <Radio type="radio" name="certificate" value={thumbprint} checked={checked} onChange={() => choose(thumbprint)} />
      <div>
        <div className="what">
          <strong style={{ fontWeight: 600 }}>{subject}</strong>
          <span>{remedyWords.validTo(day(notAfter))}</span>
          {recommended ? <Tag tone="sound">{remedyWords.recommended}</Tag> : null}
        </div>
        <Code>{thumbprint}</Code>
        <div className="why">
          {reasons.map((reason, index) => (
            <Fragment key={reason}>
              {index === 0 ? null : ' · '}
              <span style={doubts.includes(reason) ? { color: 'var(--warn)' } : undefined}>{reason}</span>
            </Fragment>
          ))}
        </div>
      </div>
    </Option>
  );
}
