import { parsed, unreadable, type Parsed } from './parsed.ts';

/** A feature of Windows by its DISM name, with the state that DISM gives it. */
export interface WindowsFeature {
  name: string;
  /** `Enabled`, `Disabled`, `Enable Pending`, `Disable Pending`, `Disabled with Payload Removed`, … */
  state: string;
}

const row = /^\s*([\w.()-]+)\s*\|\s*((?:Enable|Disable|Partial|Superseded|Resolved|Staged|Removed)[\w ]*?)\s*$/u;

/**
 * Reads `dism /online /english /get-features /format:table` (MS: DISM operating
 * system package servicing): one feature a row, name and state. `/english` keeps
 * the words the same in every Windows.
 */
export function parseDismFeatures(text: string): Parsed<WindowsFeature[]> {
  const features = text.split(/\r?\n/u).flatMap((line) => {
    const [, name, state] = row.exec(line) ?? [];
    return name === undefined || state === undefined ? [] : [{ name, state }];
  });
  return features.length === 0 ? unreadable('the text is not a table of features as DISM prints it') : parsed(features);
}

/** On now, or with the next boot. */
export const isEnabled = ({ state }: Pick<WindowsFeature, 'state'>): boolean => state.startsWith('Enable');
