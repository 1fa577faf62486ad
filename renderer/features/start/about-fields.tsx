import OutlinedInput from '@mui/material/OutlinedInput';
import { useState } from 'react';
import type { About } from '../../../shared/model/wizard-state.ts';
import { ask } from '../../stores/bridge.ts';
import { request, useWizard } from '../../stores/wizard-store.ts';
import { startWords } from '../../text/start.ts';
import { Group } from './target-option.tsx';

const longest: Record<keyof About, number> = { ticket: 60, engineer: 80 };

/** Ticket and name, for the report alone; both may stay empty. */
export function AboutFields() {
  const kept = useWizard(({ session }) => session.about);
  const [about, setAbout] = useState(kept);
  const [last, setLast] = useState(kept);
  // The ticket of another server is forgotten; what is being typed into the other field stays.
  if (last.ticket !== kept.ticket || last.engineer !== kept.engineer) {
    const told = (field: keyof About) => (last[field] === kept[field] ? about : kept)[field];
    setLast(kept);
    setAbout({ ticket: told('ticket'), engineer: told('engineer') });
  }
  const keep = () => {
    if (about.ticket !== kept.ticket || about.engineer !== kept.engineer) {
      void request(() => ask('session.about', about));
    }
  };
  return (
    <Group>
      <legend>{startWords.about}</legend>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 12, paddingTop: 8 }}>
        {(['ticket', 'engineer'] as const).map((field) => (
          <label key={field} style={{ display: 'grid', gap: 5, fontSize: '0.8125rem', flex: '1 1 120px', minWidth: 0 }}>
            {startWords[field]}
            <OutlinedInput
              size="small"
              value={about[field]}
              inputProps={{ maxLength: longest[field], autoComplete: 'off' }}
              onChange={(event) => setAbout({ ...about, [field]: event.target.value })}
              onBlur={keep}
            />
          </label>
        ))}
      </div>
    </Group>
  );
}
