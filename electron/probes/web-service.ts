import { askService } from './ask-service.ts';
import type { Probe } from './probe.ts';

export const webServiceProbe: Probe<'webService'> = {
  fact: 'webService',
  title: 'Web service of IIS, W3SVC (sc)',
  timeoutMs: 40_000,
  ask: (host, context) => askService(host, context, 'W3SVC'),
};
