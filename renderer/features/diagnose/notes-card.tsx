import { Card } from '../../components/card.tsx';
import { diagnoseWords } from '../../text/diagnose.ts';

/** What each file that was sent was taken for, and what of it counts. */
export function NotesCard({ notes }: { notes: readonly string[] }) {
  if (notes.length === 0) return null;
  return (
    <Card title={diagnoseWords.notes}>
      <ul style={{ display: 'grid', gap: 4, fontSize: '0.8438rem', overflowWrap: 'anywhere' }}>
        {notes.map((note, index) => (
          <li key={`${index}-${note}`}>{note}</li>
        ))}
      </ul>
    </Card>
  );
}
