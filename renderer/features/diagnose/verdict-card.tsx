import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import type { Cause } from '../../../shared/model/cause.ts';
import type { Finding, FindingId } from '../../../shared/model/finding.ts';
import type { Result } from '../../../shared/model/result.ts';
import { Card, type Tone } from '../../components/card.tsx';
import { FactsList } from '../../components/facts-list.tsx';
import { Icon } from '../../components/icons.tsx';
import { selectFinding } from '../../stores/view-store.ts';
import { useWizard } from '../../stores/wizard-store.ts';
import { commonWords } from '../../text/common.ts';
import { diagnoseWords } from '../../text/diagnose.ts';
import { likelihoodText } from '../../text/findings.ts';
import { showRemedy } from '../remedy/go-on.ts';
import { adviceFirst, pathOf } from '../remedy/path.ts';

const Summary = styled('button')({
  all: 'unset',
  display: 'inline',
  cursor: 'pointer',
  textDecoration: 'underline',
  textDecorationColor: 'var(--line)',
  textUnderlineOffset: 3,
  '&:hover': { textDecorationColor: 'currentColor' },
  '&:focus-visible': { outline: '2px solid var(--accent)', outlineOffset: 2, borderRadius: 2 },
});

/** Commands in it stand on lines of their own. */
const Advice = styled('span')({ whiteSpace: 'pre-wrap' });

/** What names no fault is sound only where nothing speaks against it. */
function toneOf({ id, against }: Cause): Tone {
  if (id === 'healthy') return against.length === 0 ? 'sound' : 'unknown';
  return id === 'undetermined' ? 'unknown' : 'broken';
}

/** One sentence, how sure it is, why, and what speaks against it. */
export function VerdictCard({ result: { causes, findings } }: { result: Result }) {
  const [cause, ...others] = causes;
  const advice = useWizard(adviceFirst);
  // Also where nothing is wrong any more, and a step is left to do.
  const called = useWizard((wizard) => pathOf(wizard).some(({ state }) => state === 'needed' || state === 'pending'));
  const live = useWizard(({ session }) => session.source === 'server');
  if (cause === undefined) return <Card title={diagnoseWords.noCause} tone="unknown" />;
  const articles = [...new Set(cause.because.flatMap((id) => findings.find((each) => each.id === id)?.kb ?? []))];
  const reasons = (ids: FindingId[]) => <Reasons ids={ids} findings={findings} />;
  const items: [string, ReactNode][] = [];
  if (cause.because.length > 0) items.push([diagnoseWords.because, reasons(cause.because)]);
  items.push([diagnoseWords.against, cause.against.length === 0 ? commonWords.nothing : reasons(cause.against)]);
  if (cause.advice !== null) items.push([diagnoseWords.advice, <Advice key="advice">{cause.advice}</Advice>]);
  if (others.length > 0) items.push([diagnoseWords.alsoPossible, <OtherCauses key="others" causes={others} />]);
  return (
    <Card
      tone={toneOf(cause)}
      title={<span style={{ fontSize: '1.0625rem' }}>{cause.title}</span>}
      action={
        advice === null && !called ? undefined : (
          <Button
            variant={live ? 'contained' : 'outlined'}
            onClick={showRemedy}
            endIcon={<Icon name="next" size={14} />}
          >
            {called ? diagnoseWords.showRemedy : diagnoseWords.showAdvice}
          </Button>
        )
      }
    >
      <p style={{ color: 'var(--soft)', margin: '-6px 0 10px', fontSize: '0.8438rem' }}>
        {[likelihoodText(cause) ?? [], articles].flat().join(' · ')}
      </p>
      <FactsList items={items} />
    </Card>
  );
}

function OtherCauses({ causes }: { causes: Cause[] }) {
  return (
    <ul>
      {causes.map((cause) => (
        <li key={cause.id}>
          {cause.title}. {likelihoodText(cause)}.
        </li>
      ))}
    </ul>
  );
}

function Reasons({ ids, findings }: { ids: readonly FindingId[]; findings: readonly Finding[] }) {
  return (
    <ul>
      {ids.flatMap((id) => {
        const finding = findings.find((each) => each.id === id);
        return finding === undefined
          ? []
          : [
              <li key={id}>
                <Summary type="button" onClick={() => selectFinding(id)}>
                  {finding.summary}
                </Summary>
              </li>,
            ];
      })}
    </ul>
  );
}
