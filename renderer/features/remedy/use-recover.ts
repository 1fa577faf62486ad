import { useState } from 'react';
import type { InvokeArgs, InvokeValue } from '../../../shared/ipc/contract.ts';
import { ask, Refusal } from '../../stores/bridge.ts';

type Way = InvokeArgs<'case.recover'>['way'];

/** Goes on with a case or takes it back, by a dialog; what stands in the way is told beside the button. */
export function useRecover() {
  const [asked, setAsked] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  return {
    asked,
    problem,
    /** What came of the question; null when it could not be put. */
    async recover(id: string, way: Way): Promise<InvokeValue<'case.recover'> | null> {
      setAsked(true);
      setProblem(null);
      try {
        return await ask('case.recover', { case: id, way });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        setProblem(error.message);
        return null;
      } finally {
        setAsked(false);
      }
    },
  };
}
