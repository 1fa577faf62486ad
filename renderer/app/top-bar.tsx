import { styled } from '@mui/material/styles';
import { Icon } from '../components/icons.tsx';
import { Tag } from '../components/tag.tsx';
import { useWizard } from '../stores/wizard-store.ts';
import { commonWords } from '../text/common.ts';
import { clockTime, duration } from '../text/format.ts';
import { shellWords, targetWords } from '../text/shell.ts';

const Bar = styled('header')({
  gridArea: 'bar',
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '4px 10px',
  minHeight: 44,
  padding: '6px 16px',
  background: 'var(--card)',
  borderBottom: '1px solid var(--line)',
});

/** What a narrow window has no room for. */
const Wide = styled('span')({ whiteSpace: 'pre', '@media (max-width: 1120px)': { display: 'none' } });

/** Target, rights, case and time: what a person looks for in every step. */
export function TopBar() {
  const { target, elevated, case: caseId } = useWizard(({ session }) => session);
  const result = useWizard(({ diagnosis }) => diagnosis.result);
  return (
    <Bar>
      <strong style={{ fontWeight: 600, marginRight: 4, display: 'flex', alignItems: 'center', gap: 8 }}>
        <span style={{ color: 'var(--accent)' }}>
          <Icon name="shield" size={18} />
        </span>
        {commonWords.product}
      </strong>
      {result?.target.fqdn ? <Tag>{result.target.fqdn}</Tag> : null}
      {target === null ? null : <Tag tone={target === 'windows' ? 'plain' : 'accent'}>{targetWords(target)}</Tag>}
      {elevated === null ? null : (
        <Tag tone={elevated ? 'sound' : 'warn'} icon={elevated ? 'sound' : 'warn'}>
          {elevated ? shellWords.elevated : shellWords.notElevated}
        </Tag>
      )}
      <span style={{ flex: 1 }} />
      {caseId === null ? null : <Tag>{shellWords.caseId(caseId)}</Tag>}
      {result === null ? null : (
        <Tag>
          {shellWords.checked(clockTime(result.startedAt))}
          <Wide>{` · ${duration(result.durationMs)}`}</Wide>
        </Tag>
      )}
    </Bar>
  );
}
