import { styled } from '@mui/material/styles';
import type { Redaction, ReportPreview } from '../../../shared/model/report-preview.ts';
import { Card } from '../../components/card.tsx';
import { Choice } from '../../components/choice.tsx';
import { redactionWords, reportWords } from '../../text/report.ts';

const Lists = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(240px, 1fr))',
  gap: '8px 24px',
  marginTop: 8,
  fontSize: '0.8125rem',
  '& h3': { fontSize: '0.8438rem', marginBottom: 2 },
  '& ul': { display: 'grid', gap: 2 },
});

interface RedactionCardProps {
  redaction: Redaction;
  choose: (redaction: Redaction) => void;
  preview: ReportPreview | null;
}

/** Whether what tells whose server it is leaves the computer, and what that is. */
export function RedactionCard({ redaction, choose, preview }: RedactionCardProps) {
  const { hidden, stays } = preview ?? { hidden: [], stays: [] };
  return (
    <Card title={reportWords.redaction} aside={reportWords.redactHelp}>
      <Choice
        label={reportWords.redaction}
        value={redaction}
        choose={choose}
        options={(['nothing', 'names', 'thumbprints'] as const).map((each): [Redaction, string] => [
          each,
          redactionWords[each],
        ])}
      />
      {redaction === 'nothing' ? null : (
        <Lists>
          <div>
            <h3>{reportWords.hides}</h3>
            <ul>
              {hidden.length === 0 ? <li>{reportWords.hidesNothing}</li> : null}
              {hidden.map(({ what, count }) => (
                <li key={what}>{reportWords.hidden(what, count)}</li>
              ))}
            </ul>
          </div>
          <div>
            <h3>{reportWords.stays}</h3>
            <ul>
              {stays.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          </div>
        </Lists>
      )}
    </Card>
  );
}
