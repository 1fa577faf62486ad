import { decisiveFindings } from '../rules/catalogue.ts';
import type { CauseRule } from './cause-rule.ts';

/** Areas whose warnings speak against a healthy HTTPS path; rights of this process do not. */
const ofPath = /^(?:iis|httpsys|cert|tls|port)\./u;

/** Nothing fails, and every decisive check has an answer: unknown is never healthy. */
export const healthy: CauseRule = {
  id: 'healthy',
  title: 'Nothing wrong was found on the way from IIS to the wire',
  explain(context) {
    const answered = decisiveFindings.every((id) => (context.finding(id)?.status ?? 'notRun') !== 'notRun');
    if (!answered || context.findings.some(({ status }) => status === 'fail')) return null;
    const against = context.findings
      .filter(({ id, status }) => status === 'warn' && ofPath.test(id))
      .map(({ id }) => id);
    return {
      likelihood: against.length === 0 ? 'confirmed' : 'likely',
      because: decisiveFindings.filter((id) => context.finding(id)?.status === 'pass'),
      against,
      remedies: [],
      advice:
        'Whether HTTPS codebases are published cannot be told from here: look at Agent UI > Package Server tab, and use "Refresh All Packages" there (KB172128).',
    };
  },
};
