import { noCommonProtocolEvent, sslErrorEvent } from '../event-log/event-log.ts';
import type { World } from '../model/world.ts';
import { accessOwnSite } from '../self-access.ts';
import { writeLog } from './agent-log.ts';

/** What this agent's client knows; that of a real one is not documented. */
const offered = ['TLSv1.2', 'TLSv1.3'];

/**
 * The package server asks its own web site by HTTPS, and complains when that does
 * not work. A success is not told: no such line is known.
 */
export function testOwnSite(world: World, now: Date): void {
  const access = accessOwnSite(world, 443, now, offered);
  if (access.outcome === 'reset' && access.broken !== null) {
    sslErrorEvent(world, now, access.broken.endpoint, access.broken.key);
  }
  if (access.outcome === 'noProtocol') noCommonProtocolEvent(world, now);
  if (access.outcome === 'answered' && access.status < 400 && access.trustErrors.length === 0) return;
  writeLog(world, now, 'packageServer', 'error', 'Package Server could not access own Web Site using HTTPS');
  if (access.outcome === 'answered' && access.trustErrors.length > 0) {
    // The words of KB191688, for a site that answers with a certificate that does not do.
    writeLog(
      world,
      now,
      'packageServer',
      'warning',
      'Package Server is configured to publish http(s) codebases, but could not access its own web site',
    );
  }
}
