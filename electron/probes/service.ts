import { askService } from './ask-service.ts';
import type { Probe } from './probe.ts';

/** Matched by its name: the display name differs by version. */
const agentService = 'AeXNSClient';

export const serviceProbe: Probe<'service'> = {
  fact: 'service',
  title: 'Service of the agent (sc)',
  timeoutMs: 40_000,
  ask: (host, context) => askService(host, context, agentService),
};
