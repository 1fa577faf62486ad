import { styled } from '@mui/material/styles';
import { Icon } from '../../components/icons.tsx';
import { useWizard } from '../../stores/wizard-store.ts';
import { pathStateWords, repairTitles } from '../../text/remedy.ts';
import { pathLooks } from './path-looks.ts';
import { pathOf } from './path.ts';

const List = styled('ol')({
  margin: '0 0 8px 22px',
  paddingLeft: 10,
  borderLeft: '1px solid var(--line)',
  fontSize: '0.75rem',
  lineHeight: 1.35,
  '& li': { display: 'grid', gridTemplateColumns: '12px minmax(0, 1fr)', gap: 6, padding: '3px 0' },
  '& svg': { marginTop: 2 },
  '& small': { display: 'block', fontSize: '0.6875rem', color: 'var(--soft)' },
  '@media (max-width: 899px)': { display: 'none' },
});

/** The article's path under the step that walks it. */
export function RailPath() {
  const wizard = useWizard((state) => state);
  if (wizard.diagnosis.result === null) return null;
  return (
    <List>
      {pathOf(wizard).map(({ repair, state }) => (
        <li key={repair}>
          <span style={{ color: pathLooks[state].ink }}>
            <Icon name={pathLooks[state].icon} size={12} />
          </span>
          <span>
            {repairTitles[repair]}
            <small style={{ color: pathLooks[state].ink }}>{pathStateWords[state]}</small>
          </span>
        </li>
      ))}
    </List>
  );
}
