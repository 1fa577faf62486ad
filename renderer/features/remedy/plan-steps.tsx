import { styled } from '@mui/material/styles';
import type { Command, PlanStep } from '../../../shared/model/repair.ts';
import { commandLine } from '../../../shared/repairs/command-line.ts';
import { scriptOf } from '../../../shared/repairs/script-of.ts';
import { CodeBlock } from '../../components/code.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { remedyWords } from '../../text/remedy.ts';
import { toldStep } from './told-step.ts';

const List = styled('ol')({
  display: 'grid',
  gap: 10,
  counterReset: 'step',
  fontSize: '0.8125rem',
  '& > li': { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr)', gap: '4px 8px' },
  '& > li::before': { counterIncrement: 'step', content: 'counter(step) "."', color: 'var(--soft)' },
  '& .command': { display: 'flex', alignItems: 'flex-start', gap: 6, marginTop: 4 },
  '& .undo': { color: 'var(--soft)', marginTop: 4, overflowWrap: 'anywhere' },
});

interface PlanStepsProps {
  steps: readonly PlanStep[];
  /** Some step has to stay: what the others have for an undo is tried only when the plan is not carried to its end. */
  stays: boolean;
}

/** The exact commands, in order, each with its undo: what a change board reads. */
export function PlanSteps({ steps, stays }: PlanStepsProps) {
  return (
    <List>
      {steps.map(({ words, command, undo }, index) => (
        <li key={`${index}-${words}`}>
          <div>
            <p>{toldStep(words)}</p>
            {command === null ? null : <CommandLine command={command} what={words} />}
            <p className="undo">
              {stays && undo !== null ? remedyWords.undoOnFailure : remedyWords.undo}:{' '}
              {undo === null ? remedyWords.undoNone : undo.words}
            </p>
          </div>
        </li>
      ))}
    </List>
  );
}

/** The command, and the script that it carries: whoever confirms it has to see what it does. */
function CommandLine({ command, what }: { command: Command; what: string }) {
  const script = scriptOf(command);
  return (
    <>
      <Copied text={commandLine(command)} label={remedyWords.command(what)} what={what} />
      {script === null ? null : (
        <Copied text={script} label={remedyWords.script(what)} what={remedyWords.script(what)} />
      )}
    </>
  );
}

function Copied({ text, label, what }: { text: string; label: string; what: string }) {
  return (
    <div className="command">
      <CodeBlock
        tabIndex={0}
        role="region"
        aria-label={label}
        style={{
          flex: 1,
          minWidth: 0,
          maxHeight: 220,
          overflow: 'auto',
          whiteSpace: 'pre-wrap',
          overflowWrap: 'anywhere',
        }}
      >
        {text}
      </CodeBlock>
      <CopyButton text={text} what={what} />
    </div>
  );
}
