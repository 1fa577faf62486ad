import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { RepairReport } from '../../../shared/model/repair.ts';
import type { Result } from '../../../shared/model/result.ts';
import { openCaseStore, type CaseStore } from '../../cases/store.ts';
import { startDiagnosis } from '../../diagnosis/run.ts';
import {
  createPracticeServer,
  type PracticeOptions,
  type PracticeServer,
} from '../../host/practice/practice-server.ts';
import { createRepairEngine, type ApplyHooks, type RepairEngine, type RepairRequest } from '../engine.ts';
import { impatient } from './impatient.ts';
import { yes } from './yes.ts';

export { yes } from './yes.ts';

type World = Awaited<ReturnType<PracticeServer['world']>>;

export const rebind: RepairRequest = {
  repair: 'rebind-certificate',
  endpoint: null,
  certificate: null,
  takeOver: false,
};

/**
 * HTTP.SYS has another certificate of the store than IIS shows: the wrong one is
 * served, and a record with it can be written again, so that an undo is possible.
 */
export function wrongCertificate(world: World): void {
  const other = world.httpSys.live.find(({ endpoint }) => endpoint === '0.0.0.0:8172')!.hash;
  for (const table of [world.httpSys.live, world.httpSys.registry]) {
    for (const record of table) if (record.endpoint === '0.0.0.0:443') record.hash = other;
  }
}

export interface PracticeRepair {
  server: PracticeServer;
  cases: CaseStore;
  data: string;
  engine: RepairEngine;
  diagnose(): Promise<Result>;
  /** Happens before each diagnosis that the engine asks for. */
  beforeProof: { happen(): Promise<void> };
  /** Plans and applies the repair. */
  repair(request?: Partial<RepairRequest>, hooks?: Partial<ApplyHooks>): Promise<RepairReport>;
}

/** A practice server with an engine on it; everything is gone when the test ends. */
export async function practiceRepair(
  options: PracticeOptions,
  arrange: (world: World) => void = () => undefined,
  patience = impatient,
): Promise<PracticeRepair> {
  const data = await mkdtemp(join(tmpdir(), 'psdoctor-repair-'));
  const server = await createPracticeServer(options);
  onTestFinished(async () => {
    await server.dispose();
    await rm(data, { recursive: true });
  });
  await server.change(arrange);
  const cases = await openCaseStore(data);
  const beforeProof = { happen: () => Promise.resolve() };
  let newest: Result | undefined;
  const diagnose = async () => (newest = await startDiagnosis(server.host).done);
  const engine = createRepairEngine({
    host: server.host,
    cases,
    diagnose: async () => {
      await beforeProof.happen();
      return diagnose();
    },
    before: async () => newest ?? (await diagnose()),
    patience,
  });
  return {
    server,
    cases,
    data,
    engine,
    diagnose,
    beforeProof,
    async repair(request = {}, hooks = {}) {
      const { token } = await engine.plan({ ...rebind, ...request });
      return engine.apply(token, { ...yes, ...hooks });
    },
  };
}

/** The record of 0.0.0.0:443 as the server holds it, or undefined. */
export const recordOf443 = ({ httpSys }: World) => httpSys.live.find(({ endpoint }) => endpoint === '0.0.0.0:443');
