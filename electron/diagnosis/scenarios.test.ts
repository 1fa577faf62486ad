import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Result } from '../../shared/model/result.ts';
import { createPracticeServer, parsePracticeTarget } from '../host/practice/practice-server.ts';
import { exitCodeOfResult } from './exit-code.ts';
import { startDiagnosis } from './run.ts';
import { resultText } from './text.ts';

/** The whole way: real probes, a real listener, the rules and causes of the catalogue. */
async function diagnose(target: string): Promise<Result> {
  const server = await createPracticeServer(parsePracticeTarget(target));
  try {
    return await startDiagnosis(server.host).done;
  } finally {
    await server.dispose();
  }
}

describe.each([
  ['practice:stale-binding', 'stale-binding', ['cert.present', 'tls.handshake'], 1],
  ['practice:stale-binding:de-DE', 'stale-binding', ['cert.present', 'tls.handshake'], 1],
  ['practice:missing-record', 'missing-record', ['httpsys.record', 'tls.handshake'], 1],
  ['practice:healthy', 'healthy', [], 0],
  ['practice:healthy:de-DE', 'healthy', [], 0],
] as const)('%s', (target, cause, failing, exitCode) => {
  let result: Result;
  beforeAll(async () => {
    result = await diagnose(target);
  });

  it(`is ${cause}, confirmed, first and alone`, () => {
    expect(result.causes.map(({ id, likelihood }) => ({ id, likelihood }))).toEqual([
      { id: cause, likelihood: 'confirmed' },
    ]);
    expect(exitCodeOfResult(result)).toBe(exitCode);
  });

  it('has exactly the expected failures, and knows everything else', () => {
    const ids = (status: string) => result.findings.filter((one) => one.status === status).map(({ id }) => id);
    expect(ids('fail')).toEqual(failing);
    expect(ids('notRun')).toEqual([]);
  });

  it('is a valid document whose findings cite answers', () => {
    expect(Result.safeParse(result).error).toBeUndefined();
    for (const { id, evidence } of result.findings) expect(evidence.length, id).toBeGreaterThan(0);
  });

  it('reads as text of at most 100 columns, in ASCII', () => {
    const text = resultText(result);
    for (const line of text.split('\n')) expect(line.length, line).toBeLessThanOrEqual(100);
    expect(text).toMatch(/^[\n\x20-\x7e]*$/);
    expect(text).toContain(`(${cause}, confirmed)`);
  });
});

describe('two diagnoses of one server', () => {
  const servers: Awaited<ReturnType<typeof createPracticeServer>>[] = [];
  afterAll(() => Promise.all(servers.map((server) => server.dispose())));

  it('find the same, word for word', async () => {
    const server = await createPracticeServer(parsePracticeTarget('practice:stale-binding'));
    servers.push(server);
    const [first, second] = [await startDiagnosis(server.host).done, await startDiagnosis(server.host).done];
    expect(second.findings).toEqual(first.findings);
    expect(second.causes).toEqual(first.causes);
  });
});
