import { expect, it } from 'vitest';
import { paragraphs } from './paragraphs.ts';

it('gives each matter of a long sentence a line of its own', () => {
  expect(
    paragraphs(
      'The change is not proven: agent.log: line 101: "could not access own web site" tls.served: The wire shows DD96…AFF2. httpsys.owner: Written by Work Folders. It stays as it is, for it cannot be taken back. Unselect it there.',
    ),
  ).toEqual([
    'The change is not proven:',
    'agent.log: line 101: "could not access own web site"',
    'tls.served: The wire shows DD96…AFF2.',
    'httpsys.owner: Written by Work Folders.',
    'It stays as it is, for it cannot be taken back. Unselect it there.',
  ]);
});

it('calls repairs by their titles', () => {
  expect(
    paragraphs(
      'start-site: The undo was asked for. The old state is back. refresh-packages stays: A refresh has no undo.',
    ),
  ).toEqual([
    'Web site: The undo was asked for. The old state is back.',
    'Refresh packages stays: A refresh has no undo.',
  ]);
});

it('leaves one matter as it is', () => {
  expect(paragraphs('Proven by tls.served, agent.log.')).toEqual(['Proven by tls.served, agent.log.']);
});
