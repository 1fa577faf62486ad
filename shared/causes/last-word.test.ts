import { describe, expect, it } from 'vitest';
import { httpEvent, logLine, type SoundServer } from '../rules/sample-server.ts';
import { explainServer } from './explain-server.ts';

describe('the last word of the agent', () => {
  const said = (message: Parameters<typeof logLine>[0]) => (server: SoundServer) =>
    void server.agentLog.matches.push(logLine(message, '2026-02-21T08:00:00.000Z'));

  it.each([
    ['selfAccessHttps', ['refresh-packages']],
    ['siteMissing', ['restart-agent', 'refresh-packages']],
  ] as const)('%s, where nothing else fails, is asked for again by %j', (message, remedies) => {
    expect(explainServer(said(message))).toMatchObject([{ id: 'undetermined', because: ['agent.log'], remedies }]);
  });

  it('is asked for again by nobody while something else fails or is not known', () => {
    const stopped = (server: SoundServer): void => {
      said('selfAccessHttps')(server);
      server.service.state = 'Paused';
      server.service.startMode = 'Disabled';
    };
    expect(explainServer(stopped)[0]?.remedies).not.toContain('refresh-packages');
    expect(explainServer(said('selfAccessHttps'), ['handshakes'])).toMatchObject([
      { id: 'undetermined', remedies: [] },
    ]);
  });

  it('is outdated by a later pass, and then nothing is left to do', () => {
    const later = (server: SoundServer): void => {
      said('selfAccessHttps')(server);
      server.agentLog.matches.push(logLine('virtualDirectory', '2026-02-21T09:00:00.000Z'));
    };
    expect(explainServer(later)).toMatchObject([{ id: 'healthy', remedies: [] }]);
  });

  it('is doubted by a record that was written since: the packages have to be refreshed', () => {
    const written = (server: SoundServer): void => {
      said('selfAccessHttps')(server);
      server.events.push(httpEvent(15302, '2026-02-21T09:00:00.000Z'));
    };
    expect(explainServer(written)).toMatchObject([{ id: 'healthy', remedies: ['refresh-packages'] }]);
  });
});
