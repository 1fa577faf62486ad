import type { IisConfig, IisSite } from '../../shared/model/facts/iis.ts';
import { agentSite } from '../../shared/rules/site-endpoints.ts';
import { UserError } from '../app/user-error.ts';

/** The site that the agent uses. @throws UserError refused */
export function ownSite(config: IisConfig): IisSite {
  const site = agentSite(config);
  if (site !== undefined) return site;
  throw new UserError(
    'refused',
    'IIS has no site with id 1, which the agent uses (KB158750). There is nothing here that this repair could change.',
  );
}

/**
 * A shared configuration is that of several servers: what appcmd changes here
 * would change on all of them, and this server can neither prove that nor take
 * it back.
 *
 * @throws UserError refused
 */
export function refuseShared({ sharedConfiguration }: IisConfig): void {
  if (!sharedConfiguration) return;
  throw new UserError(
    'refused',
    'IIS uses a shared configuration (redirection.config): a change here would reach every server that shares it. Nothing was changed; make the change where that configuration is kept.',
  );
}
