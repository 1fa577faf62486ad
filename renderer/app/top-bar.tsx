import { styled } from '@mui/material/styles';
import { Icon } from '../components/icons.tsx';
import { saidOnly } from '../components/said-only.tsx';
import { Tag } from '../components/tag.tsx';
import { useWizard } from '../stores/wizard-store.ts';
import { commonWords } from '../text/common.ts';
import { dateTime, duration, timeSeenFrom } from '../text/format.ts';
import { shellWords, targetWords } from '../text/shell.ts';

/** One line wherever there is room for it; a name that is too long for its place is told in full by its title. */
const Bar = styled('header')({
  gridArea: 'bar',
  display: 'flex',
  alignItems: 'center',
  gap: '4px 10px',
  minHeight: 44,
  padding: '6px 16px',
  background: 'var(--card)',
  borderBottom: '1px solid var(--line)',
  '& > *': { flex: '0 0 auto' },
  // The name of the server is the last to be cut.
  '& > .shrinks': { flex: '0 1000 auto', minWidth: 60 },
  '& > strong + .shrinks': { flexShrink: 1 },
  '@media (max-width: 899px)': { gap: '4px 6px', padding: '6px 10px' },
  '@media (max-width: 599px)': { flexWrap: 'wrap', '& > *, & > .shrinks': { flexShrink: 0 } },
});

const Product = styled('strong')({
  fontWeight: 600,
  marginRight: 4,
  display: 'flex',
  alignItems: 'center',
  gap: 8,
});

/** What a narrow window has no room for; it is still read aloud. */
const Wide = styled('span')({ whiteSpace: 'pre', '@media (max-width: 899px)': saidOnly });
const Roomy = styled('span')({ whiteSpace: 'pre', '@media (max-width: 1120px)': saidOnly });
const Widest = styled('span')({ whiteSpace: 'pre', '@media (max-width: 1120px)': { display: 'none' } });

/** Target, rights, case and time: what a person looks for in every step. */
export function TopBar() {
  const { target, elevated, case: caseId } = useWizard(({ session }) => session);
  const result = useWizard(({ diagnosis }) => diagnosis.result);
  const { kind, name } = targetWords(target ?? 'windows');
  const fqdn = result?.target.fqdn ?? null;
  return (
    <Bar>
      <Product>
        <span style={{ color: 'var(--accent)', display: 'flex' }}>
          <Icon name="shield" size={18} />
        </span>
        {target === null ? commonWords.product : <Roomy>{commonWords.product}</Roomy>}
      </Product>
      {fqdn === null ? null : <Tag whole={fqdn}>{fqdn}</Tag>}
      {target === null ? null : (
        <Tag tone={target === 'windows' ? 'plain' : 'accent'} whole={`${kind}${name}`}>
          {/* As long as nobody has told the name of the server, what is open is told in full. */}
          {fqdn === null ? kind : <Wide>{kind}</Wide>}
          {name}
        </Tag>
      )}
      {elevated === null ? null : (
        <Tag tone={elevated ? 'sound' : 'warn'} icon={elevated ? 'sound' : 'warn'}>
          {elevated ? shellWords.elevated : shellWords.notElevated}
        </Tag>
      )}
      <span style={{ flex: 1 }} />
      {caseId === null ? null : (
        <Tag whole={`${shellWords.caseWord}${caseId}`}>
          <Wide>{shellWords.caseWord}</Wide>
          {caseId}
        </Tag>
      )}
      {result === null ? null : (
        <Tag>
          <span title={dateTime(result.startedAt)}>
            <Wide>{shellWords.checkedWord}</Wide>
            {timeSeenFrom(result.startedAt)}
          </span>
          <Widest>{` · ${duration(result.durationMs)}`}</Widest>
        </Tag>
      )}
    </Bar>
  );
}
