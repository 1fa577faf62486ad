import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { formatEndpoint } from '../../../shared/httpsys/endpoint.ts';
import type { Thumbprint } from '../../../shared/model/endpoint.ts';
import type { PlanOffer } from '../../../shared/model/wizard-state.ts';
import { titleOf } from '../../../shared/rules/title-of.ts';
import { undoOf, undoWords } from '../../../shared/repairs/undo-of.ts';
import { Code } from '../../components/code.tsx';
import { FactsList } from '../../components/facts-list.tsx';
import { Icon } from '../../components/icons.tsx';
import { Notice } from '../../components/notice.tsx';
import { ask } from '../../stores/bridge.ts';
import { request } from '../../stores/wizard-store.ts';
import { remedyWords } from '../../text/remedy.ts';
import { CertificateList } from './certificate-list.tsx';
import { PlanSteps } from './plan-steps.tsx';

const Section = styled('section')({ '& > h3': { fontSize: '0.8438rem', marginBottom: 6 } });

/** In sight at any height of the window. */
const Actions = styled('div')({
  position: 'sticky',
  bottom: 0,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '6px 14px',
  padding: '10px 0',
  margin: '0 0 -10px',
  background: 'var(--card)',
  borderTop: '1px solid var(--line)',
  '& small': { color: 'var(--soft)', fontSize: '0.75rem' },
});

const lines = (texts: readonly string[]): ReactNode => (
  <ul>
    {texts.map((text) => (
      <li key={text}>{text}</li>
    ))}
  </ul>
);

interface PlanViewProps {
  offer: PlanOffer;
  /** The dialog of the main process is open. */
  waiting: boolean;
  /** Another certificate is another plan. */
  choose: (certificate: Thumbprint) => void;
}

/** A plan to read before anything is done: certificate, commands, reach, backup, undo, proof. */
export function PlanView({ offer, waiting, choose }: PlanViewProps) {
  const { plan, endpoint, token, candidates, certificate } = offer;
  const facts: [string, ReactNode][] = [
    ...(endpoint === null
      ? []
      : ([[remedyWords.endpoint, <Code key="e">{formatEndpoint(endpoint)}</Code>]] as [string, ReactNode][])),
    [remedyWords.alsoHits, plan.alsoHits.length === 0 ? remedyWords.alsoHitsNone : lines(plan.alsoHits)],
  ];
  if (plan.stillWins.length > 0) facts.push([remedyWords.stillWins, lines(plan.stillWins)]);
  if (plan.backups.length > 0) facts.push([remedyWords.backups, lines(plan.backups)]);
  const undo = undoOf(plan);
  const doubts = candidates.find(({ thumbprint }) => thumbprint === certificate)?.doubts ?? [];
  if (plan.cannotBeUndone.length > 0) facts.push([undoWords[undo], lines(plan.cannotBeUndone)]);
  const otherwise = undo === 'none' ? remedyWords.whenNotProvenNoUndo : remedyWords.whenNotProven;
  facts.push([remedyWords.provenBy, lines([...plan.provenBy.map(titleOf), otherwise])]);
  return (
    <>
      {candidates.length === 0 ? null : (
        <CertificateList candidates={candidates} chosen={certificate} choose={choose} disabled={waiting} />
      )}
      <Section>
        <h3>{remedyWords.steps}</h3>
        <PlanSteps steps={plan.steps} stays={undo === 'none'} />
      </Section>
      <FactsList items={facts} />
      {plan.needsReboot ? <Notice tone="warn">{remedyWords.needsReboot}</Notice> : null}
      {doubts.length === 0 ? null : <Notice tone="warn">{remedyWords.doubts(doubts)}</Notice>}
      {waiting ? <Notice tone="info">{remedyWords.confirming}</Notice> : null}
      <Actions>
        <Button
          variant="contained"
          size="medium"
          disabled={waiting}
          startIcon={<Icon name="shield" size={15} />}
          onClick={() => void request(() => ask('repair.apply', { token }))}
        >
          {remedyWords.apply}
        </Button>
        <strong
          style={{ fontSize: '0.8125rem', fontWeight: 600, color: undo === 'none' ? 'var(--warn)' : 'var(--ink)' }}
        >
          {undo === 'none' ? remedyWords.noUndo : remedyWords.hasUndo}
        </strong>
        <small>{remedyWords.applyHelp}</small>
      </Actions>
    </>
  );
}
