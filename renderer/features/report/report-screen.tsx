import { useEffect, useState } from 'react';
import type { Redaction, ReportPreview } from '../../../shared/model/report-preview.ts';
import { Card } from '../../components/card.tsx';
import { Screen } from '../../components/screen.tsx';
import { ask } from '../../stores/bridge.ts';
import { request, useWizard } from '../../stores/wizard-store.ts';
import { reportWords } from '../../text/report.ts';
import { Afterwards } from './afterwards.tsx';
import { RedactionCard } from './redaction-card.tsx';
import { SaveCard } from './save-card.tsx';
import { SummaryCard } from './summary-card.tsx';

/** What will be written, before it is: for the ticket, and as files. */
export default function ReportScreen() {
  const result = useWizard(({ diagnosis }) => diagnosis.result);
  const about = useWizard(({ session }) => session.about);
  const [redaction, setRedaction] = useState<Redaction>('nothing');
  const [preview, setPreview] = useState<ReportPreview | null>(null);
  useEffect(() => {
    let stale = false;
    void request(async () => {
      const made = await ask('report.preview', { redaction });
      if (!stale) setPreview(made);
    });
    return () => {
      stale = true;
    };
  }, [redaction, result, about]);
  return (
    <Screen title={reportWords.title} lead={reportWords.lead}>
      <SummaryCard summary={preview?.summary ?? null} />
      <RedactionCard redaction={redaction} choose={setRedaction} preview={preview} />
      <SaveCard redaction={redaction} />
      <Afterwards />
      <Card title={reportWords.preview} aside={reportWords.previewAside}>
        {preview === null ? <p>{reportWords.making}</p> : <Preview page={preview.page} />}
      </Card>
    </Screen>
  );
}

/** A page of its own without scripts and without any right; it only shows. */
function Preview({ page }: { page: string }) {
  return (
    <iframe
      key={page}
      src={page}
      sandbox=""
      title={reportWords.previewFrame}
      style={{ width: '100%', height: 520, border: '1px solid var(--line)', borderRadius: 6, background: '#fff' }}
    />
  );
}
