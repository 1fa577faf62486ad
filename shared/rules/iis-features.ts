import type { FactValue } from '../model/facts.ts';
import { gapsOf, newestFeatureWord, notInstalled, stillMissing, type Gaps } from './feature-words.ts';
import { defineRule, type NoVerdict, type Verdict } from './rule.ts';
import { listOf, paragraphs } from './words.ts';

export const iisFeatures = defineRule({
  id: 'iis.features',
  title: 'Are the role services of IIS there that the package server needs?',
  kb: ['KB172128', 'KB160917', 'KB180398'],
  needs: { all: [], any: ['agentLog', 'iisFeatures'], also: ['windows'] },
  concludes: {
    pass: 'The registry has all that the articles name, and the newest word of the agent is not against it.',
    info: 'The newest word of the agent is that it makes virtual directories; or only what is possibly needed is missing; or the log is not known.',
    warn: 'The registry lacks some that KB180398 names, and the agent is silent; or those that the agent missed are installed by now; or it lacks again what the agent had missed before. The IIS 6 Management Console is never missed on Server Core and Server 2025, which have none.',
    fail: 'The newest word of the agent is that some are missing (KB160917).',
  },
  decisive: false,
  judge({ agentLog, iisFeatures: features, windows }) {
    const gaps = features && gapsOf(features, windows);
    switch (agentLog ? newestFeatureWord(agentLog) : null) {
      case 'missing':
        return missedByAgent(agentLog!, features, gaps);
      case 'complete':
        return removedSince(agentLog!, features) ?? byDirectories(gaps);
      default:
        if (!gaps) return { status: 'notRun', missing: 'iisFeatures' };
        return byList(gaps, agentLog !== undefined);
    }
  },
});

const names = (gaps: readonly { name: string; source: string }[]): string =>
  listOf(gaps.map(({ name, source }) => `${name} (${source})`));

const noGaps = ({ documented, undecided }: Gaps): boolean => documented.length + undecided.length === 0;

function missedByAgent(
  log: FactValue<'agentLog'>,
  features: FactValue<'iisFeatures'> | undefined,
  gaps: Gaps | undefined,
): Verdict {
  const named = log.missingFeatures;
  const still = stillMissing(log, features);
  const seen = `The newest word of the agent (its log) is that required features of IIS are missing${named.length > 0 ? `: ${named.join(', ')}` : ''}.`;
  if (named.length > 0 ? still.length === 0 : gaps !== undefined && noGaps(gaps)) {
    return {
      status: 'warn',
      summary: 'The agent missed role services of IIS that are installed by now; it has not looked again.',
      detail: paragraphs(
        seen,
        'The registry has them now. The agent looks for them only when it starts (KB150861): until then it uses no IIS and publishes UNC codebases only.',
        'Restart the agent service, then refresh all packages.',
      ),
      repairs: ['restart-agent'],
    };
  }
  const lacking = named.length > 0 ? still.join(', ') : gaps ? names(gaps.documented) : '';
  return {
    status: 'fail',
    summary: `The agent says that role services of IIS are missing${lacking === '' ? '' : `: ${lacking}`}.`,
    detail: paragraphs(
      seen,
      'As long as they are missing the agent does not use IIS, deletes its virtual directories and publishes UNC codebases only (KB160917).',
      'Install them, then restart the agent service: it looks for them only when it starts (KB150861).',
    ),
    repairs: ['install-features', 'restart-agent'],
  };
}

/** What the agent itself had missed is a need, also after it was there for a while. */
function removedSince(log: FactValue<'agentLog'>, features: FactValue<'iisFeatures'> | undefined): Verdict | null {
  const gone = features === undefined ? [] : notInstalled(log, features);
  if (gone.length === 0) return null;
  return {
    status: 'warn',
    summary: `The agent makes its virtual directories, and role services that it missed before are not installed now: ${gone.join(', ')}.`,
    detail: paragraphs(
      'Its log names them as missing, and tells later that it makes its virtual directories (KB172128 takes that as the sign that all are installed). The registry (InetStp\\Components) does not have them: possibly they were removed since.',
      'The agent looks for them only when it starts (KB150861): after its next start it would use no IIS and publish UNC codebases only (KB160917).',
      'Install them, then restart the agent service.',
    ),
    repairs: ['install-features'],
  };
}

const byDirectories = (gaps: Gaps | undefined): Verdict =>
  gaps && noGaps(gaps) && gaps.possible.length === 0 ? complete(gaps, true) : madeDirectories(gaps);

const madeDirectories = (gaps: Gaps | undefined): Verdict => ({
  status: 'info',
  summary: 'The agent makes its virtual directories, so it misses no role service of IIS.',
  detail: paragraphs(
    'Its log says so; KB172128 takes that as the sign that all required features are installed.',
    gaps === undefined
      ? 'The registry was not read to compare.'
      : `The registry lacks, of what the articles name, ${names([...gaps.documented, ...gaps.undecided, ...gaps.possible])}; the word of the agent counts for more.`,
  ),
});

function byList(gaps: Gaps, logKnown: boolean): Verdict | NoVerdict {
  if (gaps.documented.length > 0) {
    return {
      status: 'warn',
      summary: `Role services of IIS that the vendor names are not installed: ${listOf(gaps.documented.map(({ name }) => name))}.`,
      detail: paragraphs(
        `The registry (InetStp\\Components) lacks ${names(gaps.documented)}${gaps.possible.length > 0 ? `; possibly needed too: ${names(gaps.possible)}` : ''}.`,
        `The agent itself decides what it needs, and its log ${logKnown ? 'says nothing about it' : 'was not read'}. Without a required feature it publishes UNC codebases only (KB160917).`,
        'Restart the agent service and look for "next required Role Services are missing" in its log, or install what KB180398 names.',
      ),
      repairs: ['install-features'],
    };
  }
  if (gaps.undecided.length > 0) return { status: 'notRun', missing: 'windows' };
  return complete(gaps, logKnown);
}

function complete({ possible }: Gaps, logKnown: boolean): Verdict {
  const seen = 'The registry (InetStp\\Components) has all role services that KB180398 names.';
  if (logKnown && possible.length === 0) {
    return { status: 'pass', summary: 'The role services of IIS that the vendor names are installed.', detail: seen };
  }
  return {
    status: 'info',
    summary:
      'The role services of IIS that the vendor names are installed; whether the agent misses others is not known.',
    detail: paragraphs(
      seen,
      possible.length > 0 ? `Not installed, and only possibly needed: ${names(possible)}.` : '',
      logKnown ? '' : 'The log of the agent, which would tell, was not read.',
    ),
  };
}
