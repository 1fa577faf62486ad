import Button from '@mui/material/Button';
import { endpointKey, formatEndpoint } from '../../../shared/httpsys/endpoint.ts';
import type { Endpoint } from '../../../shared/model/endpoint.ts';
import type { Result } from '../../../shared/model/result.ts';
import { siteEndpoints } from '../../../shared/rules/site-endpoints.ts';
import { useWizard } from '../../stores/wizard-store.ts';
import { valueOf } from '../../../shared/map/chain-facts.ts';
import { remedyWords } from '../../text/remedy.ts';

interface EndpointChoiceProps {
  chosen: Endpoint | null;
  choose: (endpoint: Endpoint) => void;
}

/** The HTTPS endpoints of the agent's site that the diagnosis saw. */
export function endpointsIn(result: Result | null) {
  const config = result === null ? undefined : valueOf(result.facts, 'iisConfig');
  return config === undefined ? [] : [...siteEndpoints(config).values()];
}

/** Where the site has several HTTPS endpoints, the one to repair is a person's choice. */
export function EndpointChoice({ chosen, choose }: EndpointChoiceProps) {
  const endpoints = endpointsIn(useWizard(({ diagnosis }) => diagnosis.result));
  if (endpoints.length < 2) return null;
  return (
    <div role="group" aria-label={remedyWords.endpoint} style={{ display: 'flex', flexWrap: 'wrap', gap: 6 }}>
      {endpoints.map(({ endpoint, label }) => (
        <Button
          key={label}
          variant="outlined"
          aria-pressed={chosen !== null && endpointKey(chosen) === endpointKey(endpoint)}
          onClick={() => choose(endpoint)}
        >
          {formatEndpoint(endpoint)}
        </Button>
      ))}
    </div>
  );
}
