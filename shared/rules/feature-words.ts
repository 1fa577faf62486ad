import type { FactValue } from '../model/facts.ts';
import type { AgentLogMessage } from '../parsers/agent-log/messages.ts';
import { newestOf } from './agent-messages.ts';
import { featureOfName, isInstalled, isOffered, requiredFeatures, type RequiredFeature } from './required-features.ts';

type AgentLog = FactValue<'agentLog'>;

const missing: readonly AgentLogMessage[] = ['featuresMissing', 'roleServicesMissing'];
const complete: readonly AgentLogMessage[] = ['virtualDirectory', 'baseDirectory'];

/**
 * The agent's newest word on the role services of IIS: that some are missing
 * (KB160917), or, by making virtual directories, that none is (KB172128); null
 * when its log says neither.
 */
export function newestFeatureWord(log: AgentLog): 'missing' | 'complete' | null {
  const newest = newestOf(log, [...missing, ...complete]);
  if (newest === undefined) return null;
  return missing.some((id) => id === newest.message) ? 'missing' : 'complete';
}

/** What the registry says to a list of role services. */
export interface Gaps {
  /** Not installed, and an article says that the package server needs it. */
  documented: RequiredFeature[];
  /** Not installed, and only possibly needed. */
  possible: RequiredFeature[];
  /** Not installed, and it depends on the unknown Windows whether it could be. */
  undecided: RequiredFeature[];
}

/** The vendor's list against the registry; what this Windows does not offer is never missing. */
export function gapsOf({ components }: FactValue<'iisFeatures'>, windows: FactValue<'windows'> | undefined): Gaps {
  const absent = requiredFeatures.filter((each) => isInstalled(each, components) === false);
  const offered = absent.filter((each) => isOffered(each, windows) === true);
  return {
    documented: offered.filter(({ evidence }) => evidence === 'documented'),
    possible: offered.filter(({ evidence }) => evidence === 'possible'),
    undecided: absent.filter((each) => isOffered(each, windows) === null),
  };
}

/** Those of the role services the agent missed that the registry does not have. */
export function notInstalled({ missingFeatures }: AgentLog, { components }: FactValue<'iisFeatures'>): string[] {
  return missingFeatures.filter((name) => {
    const feature = featureOfName(name);
    return feature !== undefined && isInstalled(feature, components) === false;
  });
}

/** Those of the role services the agent missed that are not known to be installed by now. */
export function stillMissing({ missingFeatures }: AgentLog, features: FactValue<'iisFeatures'> | undefined): string[] {
  return missingFeatures.filter((name) => {
    const feature = featureOfName(name);
    return !feature || !features || isInstalled(feature, features.components) !== true;
  });
}
