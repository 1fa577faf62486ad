import { describe, expect, it } from 'vitest';
import type { Question } from '../session/repair-part.ts';
import { confirmationText } from './confirmation-text.ts';

const thumbprint = '41D0000000000000000000000000000000C2E800';
const offer: Question & { token: string } = {
  way: 'apply',
  server: 'PS07.corp.example',
  notTicked: [],
  token: 'secret-token',
  endpoint: { kind: 'ip', address: '0.0.0.0', host: '', port: 443 },
  certificate: thumbprint,
  candidates: [
    { thumbprint, subject: 'CN=ps07', notAfter: '2027-08-14T00:00:00Z', recommended: true, reasons: [], doubts: [] },
  ],
  plan: {
    format: 'package-server-doctor/plan',
    version: 1,
    repair: 'rebind-certificate',
    target: 'windows',
    steps: [
      {
        words: 'Rewrite the record',
        command: { binary: 'netsh.exe', args: ['http', 'update', 'sslcert', 'ipport=0.0.0.0:443'] },
        undo: { words: 'Write the old record back', command: null },
      },
    ],
    alsoHits: ['Intranet (id 4)'],
    stillWins: [],
    backups: ['The record with every flag'],
    cannotBeUndone: [],
    needsReboot: false,
    provenBy: ['tls.served'],
  },
};

describe('confirmationText', () => {
  it('says what, where, what else, what is kept, and what happens when it is not proven', () => {
    const text = confirmationText(offer);
    for (const words of [
      'netsh.exe http update sslcert ipport=0.0.0.0:443',
      'PS07.corp.example',
      '0.0.0.0:443',
      'CN=ps07, valid to 2027-08-14',
      thumbprint,
      'Intranet (id 4)',
      'The record with every flag',
      'Write the old record back',
    ]) {
      expect(text).toContain(words);
    }
  });

  it('says of an undo what is taken back, and promises no second one', () => {
    const plan = { ...offer.plan, cannotBeUndone: ['refresh-packages stays: A refresh has no undo.'] };
    const text = confirmationText({ ...offer, plan, way: 'undo' });
    expect(text).toContain('What is taken back');
    expect(text).toContain('What stays\n  - Refresh packages stays');
    expect(text).not.toContain('When it is not proven');
  });

  it('says what a person has not ticked', () => {
    expect(confirmationText({ ...offer, way: 'resume', notTicked: ['set "Use port" to 443'] })).toContain(
      'Not ticked in the list of the console\n  - set "Use port" to 443',
    );
  });

  it('leaves out what there is not, and never shows the token', () => {
    const text = confirmationText(offer);
    expect(text).not.toContain('Cannot be undone');
    expect(text).not.toContain('Still served');
    expect(text).not.toContain('secret-token');
  });
});
