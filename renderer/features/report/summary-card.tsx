import { Card } from '../../components/card.tsx';
import { CodeBlock } from '../../components/code.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { reportWords } from '../../text/report.ts';

/** The lines that an engineer pastes into the ticket. */
export function SummaryCard({ summary }: { summary: string | null }) {
  return (
    <Card
      title={reportWords.summary}
      aside={reportWords.summaryAside}
      action={
        summary === null ? null : (
          <CopyButton text={summary} what={reportWords.summaryOf} label={reportWords.copySummary} variant="contained" />
        )
      }
    >
      {summary === null ? (
        <p>{reportWords.making}</p>
      ) : (
        <CodeBlock
          tabIndex={0}
          role="region"
          aria-label={reportWords.summaryText}
          style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
        >
          {summary}
        </CodeBlock>
      )}
    </Card>
  );
}
