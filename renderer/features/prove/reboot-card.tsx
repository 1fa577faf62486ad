import { valueOf } from '../../../shared/map/chain-facts.ts';
import type { Result } from '../../../shared/model/result.ts';
import { Card } from '../../components/card.tsx';
import { Notice } from '../../components/notice.tsx';
import { proveWords } from '../../text/prove.ts';

/** The second path of the article begins with a reboot: what to do then, and where the case waits. */
export function RebootCard({ result }: { result: Result }) {
  const pending = valueOf(result.facts, 'windows')?.pendingReboot ?? [];
  return (
    <Card title={proveWords.rebootTitle}>
      {pending.length === 0 ? null : (
        <div style={{ marginBottom: 8 }}>
          <Notice tone="warn">
            {proveWords.pending} {pending.join(', ')}
          </Notice>
        </div>
      )}
      <ol style={{ listStyle: 'decimal', paddingLeft: 20, display: 'grid', gap: 4, fontSize: '0.8438rem' }}>
        {proveWords.rebootSteps.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ol>
    </Card>
  );
}
