import ButtonBase from '@mui/material/ButtonBase';
import { styled } from '@mui/material/styles';
import { Icon } from '../components/icons.tsx';
import { SaidOnly } from '../components/said-only.tsx';
import { RailPath } from '../features/remedy/rail-path.tsx';
import { showStep, useViewStore } from '../stores/view-store.ts';
import { useWizard } from '../stores/wizard-store.ts';
import { fleetWords } from '../text/fleet.ts';
import { blockedWords, shellWords, stepStateWords, stepTitles } from '../text/shell.ts';
import { blockedBy, steps, stepState, type Place, type StepState } from '../wizard/flow.ts';

const Nav = styled('nav')({
  gridArea: 'rail',
  width: 188,
  padding: '12px 8px',
  overflow: 'hidden auto',
  background: 'var(--card)',
  borderRight: '1px solid var(--line)',
  '@media (max-width: 1120px)': { width: 164 },
  '@media (max-width: 899px)': { width: 74, padding: '8px 5px' },
});

const StepButton = styled(ButtonBase)({
  width: '100%',
  justifyContent: 'flex-start',
  alignItems: 'flex-start',
  textAlign: 'left',
  gap: 10,
  padding: '7px 9px',
  borderRadius: 6,
  fontSize: '0.875rem',
  lineHeight: '20px',
  '&:hover': { background: 'var(--sunken)' },
  '&[aria-current]': { background: 'var(--accentSoft)', color: 'var(--accent)', fontWeight: 600 },
  '&[aria-disabled]': { color: 'var(--soft)', cursor: 'default', background: 'none' },
  '& small': { display: 'block', fontSize: '0.75rem', lineHeight: 1.35, fontWeight: 400 },
  '@media (max-width: 899px)': {
    flexDirection: 'column',
    alignItems: 'center',
    gap: 2,
    padding: '6px 2px',
    fontSize: '0.75rem',
    lineHeight: 1.3,
    textAlign: 'center',
    '& small': { display: 'none' },
  },
  '@media (forced-colors: active)': { '&[aria-current]': { outline: '2px solid Highlight', outlineOffset: -2 } },
});

const Mark = styled('span')({
  flex: 'none',
  width: 20,
  height: 20,
  display: 'grid',
  placeItems: 'center',
  borderRadius: '50%',
  border: '1.5px solid currentColor',
  fontSize: '0.6875rem',
  fontWeight: 600,
  lineHeight: 1,
  '@media (forced-colors: active)': { forcedColorAdjust: 'none' },
});

const markLooks: Partial<Record<StepState, { background?: string; color?: string; borderColor?: string }>> = {
  current: { background: 'var(--accent)', color: 'var(--onAccent)', borderColor: 'var(--accent)' },
  done: { color: 'var(--sound)', borderColor: 'transparent' },
};

/** The steps and their states. A step that cannot be opened stays reachable and says why. */
export function Rail({ current }: { current: Place }) {
  const wizard = useWizard((state) => state);
  const proofSeen = useViewStore((view) => view.proofSeen);
  return (
    <Nav aria-label={shellWords.steps} data-pane="">
      <ol>
        {steps.map((step, index) => {
          const state = stepState(step, current, wizard, proofSeen);
          const blocked = blockedBy(step, wizard);
          return (
            <li key={step}>
              <StepButton
                {...(step === current ? { 'aria-current': 'step' as const } : {})}
                {...(blocked === null ? {} : { 'aria-disabled': true, title: blockedWords[blocked] })}
                onClick={() => showStep(step)}
              >
                <Mark style={markLooks[state] ?? {}} aria-hidden="true">
                  {state === 'done' ? <Icon name="sound" size={20} /> : index + 1}
                </Mark>
                <span>
                  {stepTitles[step]}
                  <SaidOnly>
                    {` (${[stepStateWords[state], ...(blocked === null ? [] : [blockedWords[blocked]])].join(': ')})`}
                  </SaidOnly>
                </span>
              </StepButton>
              {step === 'remedy' ? <RailPath /> : null}
            </li>
          );
        })}
      </ol>
      {wizard.fleet.state === 'closed' ? null : (
        <StepButton
          style={{ marginTop: 12 }}
          {...(current === 'fleet' ? { 'aria-current': 'page' as const } : {})}
          {...(blockedBy('fleet', wizard) === null ? {} : { 'aria-disabled': true, title: blockedWords.repairRuns })}
          onClick={() => showStep('fleet')}
        >
          <Icon name="list" size={20} />
          <span>{fleetWords.rail}</span>
        </StepButton>
      )}
    </Nav>
  );
}
