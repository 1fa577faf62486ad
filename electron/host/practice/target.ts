import { UserError } from '../../app/user-error.ts';
import { productNames } from './builds.ts';
import { languageNames } from './languages/languages.ts';
import type { World } from './model/world.ts';
import { scenarios } from './scenarios/catalogue.ts';

export interface PracticeTarget {
  scenario: string;
  language?: string;
  build?: number;
}

/**
 * Reads `practice:SCENARIO[:LANGUAGE[:BUILD]]`.
 *
 * @throws UserError unknownTarget, with what exists
 */
export function parsePracticeTarget(text: string): PracticeTarget {
  const [, scenario = '', language, build, ...rest] = text.split(':');
  const among = (names: readonly (string | number)[]) => names.join(', ');
  if (!scenarios.some(({ id }) => id === scenario)) {
    throw unknown(
      `There is no practice scenario "${scenario}". Scenarios are: ${among(scenarios.map(({ id }) => id))}.`,
    );
  }
  const known = languageNames.find((name) => name.toLowerCase() === language?.toLowerCase());
  if (language !== undefined && known === undefined) {
    throw unknown(`The practice server does not speak "${language}". Languages are: ${among(languageNames)}.`);
  }
  if (rest.length > 0 || (build !== undefined && productNames[Number(build)] === undefined)) {
    throw unknown(
      `There is no practice server of build "${[build, ...rest].join(':')}". Builds are: ${among(Object.keys(productNames))}.`,
    );
  }
  return {
    scenario,
    ...(known === undefined ? {} : { language: known }),
    ...(build === undefined ? {} : { build: Number(build) }),
  };
}

/** The target that makes this server, as short as a person would write it. */
export function practiceTarget({ scenario, language, windows: { build } }: World): string {
  const defaults = scenarios.find(({ id }) => id === scenario);
  const parts = ['practice', scenario];
  if (build !== defaults?.build) parts.push(language, String(build));
  else if (language !== defaults.language) parts.push(language);
  return parts.join(':');
}

const unknown = (message: string) => new UserError('unknownTarget', message);
