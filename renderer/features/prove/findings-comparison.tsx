import ButtonBase from '@mui/material/ButtonBase';
import { styled } from '@mui/material/styles';
import type { Finding } from '../../../shared/model/finding.ts';
import type { Result } from '../../../shared/model/result.ts';
import { Card } from '../../components/card.tsx';
import { Dotted } from '../../components/dotted.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { selectFinding } from '../../stores/view-store.ts';
import { areaOf, areaWords } from '../../text/findings.ts';
import { proveWords } from '../../text/prove.ts';
import { titleOf } from '../../../shared/rules/title-of.ts';
import { compareFindings } from '../../../shared/report/comparison.ts';
import { SideBySide } from './side-by-side.tsx';

interface FindingsComparisonProps {
  before: Result;
  after: Result;
}

/** The checks that came out otherwise than before. */
export function FindingsComparison({ before, after }: FindingsComparisonProps) {
  const { pairs, unchanged } = compareFindings(before, after, []);
  return (
    <Card title={proveWords.findings} aside={proveWords.findingsAside(unchanged)}>
      {pairs.length === 0 ? (
        <p style={{ color: 'var(--soft)', fontSize: '0.8438rem' }}>{proveWords.sameFindings}</p>
      ) : (
        <SideBySide>
          <thead>
            <tr>
              <th scope="col">{proveWords.check}</th>
              <th scope="col">{proveWords.before}</th>
              <th scope="col">{proveWords.after}</th>
            </tr>
          </thead>
          <tbody>
            {pairs.map(({ id, before: was, after: is }) => (
              <tr key={id}>
                <th scope="row">
                  {titleOf(id)}
                  <small>
                    {areaWords[areaOf(id)]} · <Dotted>{id}</Dotted>
                  </small>
                </th>
                <Cell finding={was} side="before" />
                <Cell finding={is} side="after" />
              </tr>
            ))}
          </tbody>
        </SideBySide>
      )}
    </Card>
  );
}

const Evidence = styled(ButtonBase)({
  marginTop: 4,
  padding: '2px 6px',
  marginLeft: -6,
  borderRadius: 4,
  color: 'var(--accent)',
  fontSize: '0.75rem',
  '&:hover': { background: 'var(--sunken)' },
});

function Cell({ finding, side }: { finding: Finding | undefined; side: 'before' | 'after' }) {
  if (finding === undefined) return <td>{proveWords.notAsked}</td>;
  return (
    <td>
      <StatusTag status={finding.status} />
      <p>
        <Dotted>{finding.summary}</Dotted>
      </p>
      <Evidence
        aria-label={proveWords.evidenceFor(finding.summary, side)}
        onClick={() => selectFinding(finding.id, side)}
      >
        {proveWords.evidence}
      </Evidence>
    </td>
  );
}
