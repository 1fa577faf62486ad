import { describe, expect, it } from 'vitest';
import type { Plan } from '../model/repair.ts';
import { changeRequest } from './change-request.ts';

const command = (...args: string[]) => ({ binary: 'netsh.exe', args });
const plan: Plan = {
  format: 'package-server-doctor/plan',
  version: 1,
  repair: 'rebind-certificate',
  target: 'windows',
  steps: [
    {
      words: 'Delete the record',
      command: command('http', 'delete'),
      undo: { words: 'Add it again', command: command('http', 'add', 'old') },
    },
    {
      words: 'Add the record',
      command: command('http', 'add', 'new'),
      undo: { words: 'Delete it', command: command('http', 'delete') },
    },
  ],
  alsoHits: ['Site "Intranet" will serve the same certificate.'],
  stillWins: ['10.0.0.7:443'],
  backups: ['The record as a command'],
  cannotBeUndone: [],
  needsReboot: false,
  provenBy: ['httpsys.record', 'tls.handshake'],
};

describe('changeRequest', () => {
  it('names the server, each step with its command, the reach, and the way back from the last step on', () => {
    expect(changeRequest(plan, 'PS07.corp.example', 'The record is stale'))
      .toBe(`Change request: Certificate binding (rebind-certificate) on PS07.corp.example

What
  1. Delete the record
     netsh.exe http delete
  2. Add the record
     netsh.exe http add new
Why
  The record is stale.
Risk
  Site "Intranet" will serve the same certificate.
  Some clients are served by another record still: 10.0.0.7:443
  No restart of Windows belongs to it.
Backup, made before the first step
  The record as a command
Undo
  1. Delete it
     netsh.exe http delete
  2. Add it again
     netsh.exe http add old
Proof
  The server is asked again: httpsys.record, tls.handshake must then be sound.
  What is not proven is taken back at once, as far as it can be.
`);
  });

  it('promises no undo and no backup where there is none', () => {
    const [step] = plan.steps;
    const without: Plan = {
      ...plan,
      steps: [{ ...step!, undo: null }],
      backups: [],
      cannotBeUndone: ['The old certificate is gone.'],
    };
    const text = changeRequest(without, null, 'Not known');
    expect(text).toContain('on windows\n');
    expect(text).toContain('Cannot be undone: The old certificate is gone.');
    expect(text).toContain('Backup, made before the first step\n  None.\nUndo\n  There is none.\n');
    expect(text).not.toContain('taken back at once');
  });
});
