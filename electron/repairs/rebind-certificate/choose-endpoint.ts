import { endpointKey, formatEndpoint } from '../../../shared/httpsys/endpoint.ts';
import type { Endpoint } from '../../../shared/model/endpoint.ts';
import { UserError } from '../../app/user-error.ts';

/**
 * The endpoint to repair: the one that was asked for, else the only one.
 *
 * @throws UserError refused, notFound or ambiguous, with the site's endpoints
 */
export function chooseEndpoint(endpoints: readonly Endpoint[], wanted: Endpoint | null): Endpoint {
  const list = endpoints.map(formatEndpoint).join(', ');
  const [first, ...others] = endpoints;
  if (first === undefined) {
    throw new UserError(
      'refused',
      'Site 1, which the agent uses, has no https binding. Create one first (create-https-binding), then bind a certificate.',
    );
  }
  if (wanted === null && others.length > 0) {
    throw new UserError('ambiguous', `Site 1 has several https endpoints: ${list}. Name the one to repair.`);
  }
  const chosen = wanted === null ? first : endpoints.find((own) => endpointKey(own) === endpointKey(wanted));
  if (chosen === undefined && wanted !== null) {
    throw new UserError(
      'notFound',
      `No https binding of site 1 has the endpoint ${formatEndpoint(wanted)}. It has ${list}.`,
    );
  }
  const endpoint = chosen ?? first;
  if (endpoint.kind === 'ccs') {
    throw new UserError(
      'refused',
      `Port ${endpoint.port} of site 1 takes its certificate from the Central Certificate Store, by file name. There is no certificate to bind here.`,
    );
  }
  return endpoint;
}
