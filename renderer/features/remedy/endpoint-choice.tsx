import Button from '@mui/material/Button';
import { formatEndpoint } from '../../../shared/httpsys/endpoint.ts';
import type { RepairId } from '../../../shared/model/repair-id.ts';
import { siteEndpoints } from '../../../shared/rules/site-endpoints.ts';
import { useWizard } from '../../stores/wizard-store.ts';
import { valueOf } from '../map/chain-facts.ts';
import { planRepair } from './plan-repair.ts';

/** Where the site has several HTTPS endpoints, the one to repair is a person's choice. */
export function EndpointChoice({ repair }: { repair: RepairId }) {
  const result = useWizard(({ diagnosis }) => diagnosis.result);
  const config = result === null ? undefined : valueOf(result.facts, 'iisConfig');
  const endpoints = config === undefined ? [] : [...siteEndpoints(config).values()];
  if (endpoints.length < 2) return null;
  return (
    <span style={{ display: 'flex', flexWrap: 'wrap', gap: 6, marginTop: 8 }}>
      {endpoints.map(({ endpoint, label }) => (
        <Button key={label} variant="outlined" onClick={() => void planRepair({ repair, endpoint })}>
          {formatEndpoint(endpoint)}
        </Button>
      ))}
    </span>
  );
}
