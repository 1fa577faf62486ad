import { create } from 'zustand';
import type { Scenario } from '../../shared/model/practice.ts';
import { ask } from './bridge.ts';
import { request } from './wizard-store.ts';

/** The practice scenarios, which never change; null until they are known. */
export const useScenarios = create<{ scenarios: Scenario[] | null }>(() => ({ scenarios: null }));

/** Asks for them, unless they are known. */
export async function fetchScenarios(): Promise<void> {
  if (useScenarios.getState().scenarios !== null) return;
  const scenarios = await request(() => ask('scenarios.list', undefined));
  if (scenarios !== null) useScenarios.setState({ scenarios });
}
