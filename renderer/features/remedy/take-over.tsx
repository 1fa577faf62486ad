import Checkbox from '@mui/material/Checkbox';
import { useState } from 'react';
import type { PlanOffer } from '../../../shared/model/wizard-state.ts';
import { remedyWords } from '../../text/remedy.ts';
import { planRepair } from './plan-repair.ts';

/** A record that another product wrote is written over only when a person says so. */
export function TakeOver({ offer, disabled }: { offer: PlanOffer; disabled: boolean }) {
  const [taken, setTaken] = useState(false);
  const choose = (takeOver: boolean) => {
    setTaken(takeOver);
    const { endpoint, certificate, plan } = offer;
    void planRepair({ repair: plan.repair, endpoint, certificate, takeOver });
  };
  return (
    <label style={{ display: 'flex', alignItems: 'center', gap: 4, fontSize: '0.8438rem' }}>
      <Checkbox checked={taken} disabled={disabled} onChange={(event) => choose(event.target.checked)} />
      {remedyWords.takeOver}
    </label>
  );
}
