import type { PracticeServer } from '../../host/practice/practice-server.ts';

/** Services that are soon where they go: long enough to be seen between two states. */
export const quickServices = ({ services }: Awaited<ReturnType<PracticeServer['world']>>): void => {
  for (const service of services) {
    if (service.stopMs) service.stopMs = 30;
    if (service.startMs) service.startMs = 30;
  }
};
