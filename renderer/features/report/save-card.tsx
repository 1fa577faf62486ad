import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import { styled } from '@mui/material/styles';
import { useState } from 'react';
import type { Redaction, ReportFormat } from '../../../shared/model/report-preview.ts';
import { Card } from '../../components/card.tsx';
import { ask } from '../../stores/bridge.ts';
import { request } from '../../stores/wizard-store.ts';
import { formatWords, reportWords } from '../../text/report.ts';

const formats: readonly ReportFormat[] = ['html', 'pdf', 'json', 'bundle'];

/** The button, and beside it what it writes. */
const Row = styled('li')({
  display: 'grid',
  gridTemplateColumns: '136px minmax(0, 1fr)',
  alignItems: 'center',
  columnGap: 12,
  '& > div': { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '0 12px' },
});

const intoSight = (line: HTMLElement | null) => line?.scrollIntoView({ block: 'nearest' });

/** Writes files, each where the system's own dialog says. */
export function SaveCard({ redaction }: { redaction: Redaction }) {
  const [saving, setSaving] = useState<ReportFormat | null>(null);
  const [log, setLog] = useState(false);
  // What was written with other settings is not what would be written now.
  const [saved, setSaved] = useState<{ format: ReportFormat; path: string; redaction: Redaction } | null>(null);
  const save = async (format: ReportFormat) => {
    if (saving !== null) return;
    setSaving(format);
    setSaved(null);
    const path = await request(() => ask('report.save', { format, redaction, log: log && format === 'bundle' }));
    setSaving(null);
    if (path !== null) setSaved({ format, path, redaction });
  };
  return (
    <Card title={reportWords.save}>
      <ul style={{ display: 'grid', gap: 8, fontSize: '0.8438rem' }}>
        {formats.map((format) => (
          <Row key={format}>
            <Button
              variant="outlined"
              disabled={saving !== null && saving !== format}
              onClick={() => void save(format)}
            >
              {reportWords.saveAs(formatWords[format].name)}
            </Button>
            <div>
              <span style={{ color: 'var(--soft)' }}>{formatWords[format].help}</span>
              {format === 'bundle' ? (
                <label style={{ display: 'flex', alignItems: 'center', gap: 4 }}>
                  <Checkbox
                    size="small"
                    checked={log}
                    onChange={(event) => {
                      setLog(event.target.checked);
                      setSaved(null);
                    }}
                    sx={{ p: 0.5 }}
                  />
                  {reportWords.withLog}
                </label>
              ) : null}
            </div>
            <p
              role="status"
              ref={saved?.format === format ? intoSight : null}
              style={{ gridColumn: '1 / -1', overflowWrap: 'anywhere', fontWeight: 600 }}
            >
              {saved?.format === format && saved.redaction === redaction ? reportWords.saved(saved.path) : ''}
            </p>
          </Row>
        ))}
      </ul>
    </Card>
  );
}
