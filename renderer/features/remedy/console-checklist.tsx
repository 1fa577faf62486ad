import Checkbox from '@mui/material/Checkbox';
import { styled } from '@mui/material/styles';
import {
  checklistItems,
  consoleLayouts,
  consolePath,
  layoutOf,
  type ConsoleLayout,
} from '../../../shared/repairs/force-overwrite-checklist.ts';
import { Choice } from '../../components/choice.tsx';
import { ask } from '../../stores/bridge.ts';
import { request, useWizard } from '../../stores/wizard-store.ts';
import { remedyWords } from '../../text/remedy.ts';

const Box = styled('fieldset')({
  border: '1px solid var(--line)',
  borderRadius: 6,
  margin: '12px 0 0',
  padding: '6px 12px 10px',
  minWidth: 0,
  fontSize: '0.8438rem',
  '& legend': { padding: '0 4px', fontWeight: 600 },
  '& label': { display: 'flex', alignItems: 'center', gap: 4 },
  '& .where': { color: 'var(--soft)', fontSize: '0.8125rem', margin: '0 0 6px' },
});

/** What a person sets in the console of the SMP, ticked as they go; the ticks are kept in the case. */
export function ConsoleChecklist() {
  const { layout: kept, ticked } = useWizard(({ checklist }) => checklist);
  const live = useWizard(({ session }) => session.source === 'server');
  const layout = layoutOf(kept);
  const items = checklistItems(layout);
  const tick = (item: string, now: boolean) =>
    void request(() => ask('checklist.tick', { layout: layout.id, item, ticked: now }));
  /** The main process knows the console that is looked at: what is not ticked is told of that one. */
  const setChosen = (id: ConsoleLayout['id']) =>
    void request(() => ask('checklist.tick', { layout: id, item: null, ticked: false }));
  return (
    <Box>
      <legend>{remedyWords.console}</legend>
      <p className="where">{consolePath.join(' > ')}</p>
      <Choice
        label={remedyWords.layout}
        value={layout.id}
        choose={setChosen}
        options={consoleLayouts.map(({ id, name }): [ConsoleLayout['id'], string] => [id, name])}
      />
      <ul>
        {items.map(({ id, words }) => (
          <li key={id}>
            <label>
              <Checkbox
                checked={ticked.includes(id)}
                disabled={!live}
                onChange={(event) => tick(id, event.target.checked)}
              />
              {words}
            </label>
          </li>
        ))}
      </ul>
    </Box>
  );
}
