import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import { useState } from 'react';
import type { Redaction, ReportFormat } from '../../../shared/model/report-preview.ts';
import { Card } from '../../components/card.tsx';
import { ask } from '../../stores/bridge.ts';
import { request } from '../../stores/wizard-store.ts';
import { formatWords, reportWords } from '../../text/report.ts';

const formats: readonly ReportFormat[] = ['html', 'pdf', 'json', 'bundle'];

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
          <li key={format} style={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px' }}>
            <Button
              variant="outlined"
              disabled={saving !== null && saving !== format}
              onClick={() => void save(format)}
              sx={{ minWidth: 132 }}
            >
              {reportWords.saveAs(formatWords[format].name)}
            </Button>
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
            <p
              role="status"
              ref={saved?.format === format ? intoSight : null}
              style={{ flexBasis: '100%', overflowWrap: 'anywhere', fontWeight: 600 }}
            >
              {saved?.format === format && saved.redaction === redaction ? reportWords.saved(saved.path) : ''}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
