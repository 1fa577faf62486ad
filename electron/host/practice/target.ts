import { UserError } from '../../app/user-error.ts';
import { productNames } from './builds.ts';
import { languageNames } from './languages/languages.ts';
import type { World } from './model/world.ts';
import { scenarios } from './scenarios/catalogue.ts';
import { usualName } from './scenarios/usual-name.ts';

export interface PracticeTarget {
  scenario: string;
  language?: string;
  build?: number;
  /** The server's full name; so that several can be told apart. */
  fqdn?: string;
}

/**
 * Reads `practice:SCENARIO[:LANGUAGE[:BUILD]][@NAME]`.
 *
 * @throws UserError unknownTarget, with what exists
 */
export function parsePracticeTarget(text: string): PracticeTarget {
  const [what = '', ...given] = text.split('@');
  const [, scenario = '', language, build, ...rest] = what.split(':');
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
  const fqdn = given.length === 0 ? undefined : given.join('@');
  if (fqdn !== undefined && !fullName.test(fqdn)) {
    throw unknown(`"${fqdn}" is no full name of a practice server. An example is PS12.corp.example.`);
  }
  return {
    scenario,
    ...(fqdn === undefined ? {} : { fqdn }),
    ...(known === undefined ? {} : { language: known }),
    ...(build === undefined ? {} : { build: Number(build) }),
  };
}

/** A host name and its domain, of letters, digits and hyphens. */
const fullName = /^(?=.{1,253}$)[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)+$/iu;

/** The target that makes this server, as short as a person would write it. */
export function practiceTarget({ scenario, language, windows: { build, fqdn } }: World): string {
  const defaults = scenarios.find(({ id }) => id === scenario);
  const parts = ['practice', scenario];
  if (build !== defaults?.build) parts.push(language, String(build));
  else if (language !== defaults.language) parts.push(language);
  return `${parts.join(':')}${fqdn === usualName ? '' : `@${fqdn}`}`;
}

const unknown = (message: string) => new UserError('unknownTarget', message);
