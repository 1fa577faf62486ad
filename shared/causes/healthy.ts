import type { FindingId } from '../model/finding.ts';
import { decisiveFindings } from '../rules/catalogue.ts';
import type { CauseRule } from './cause-rule.ts';
import { withStatus } from './weigh.ts';

/** Areas whose warnings speak against a healthy HTTPS path; rights of this process do not. */
const ofPath = /^(?:iis|httpsys|cert|tls|port)\./u;

/** Without an answer of these a cause of their own may be there, of which nothing else tells. */
const aloneTell: readonly FindingId[] = ['agent.log', 'host.notificationServer'];

/** Nothing fails, and every decisive check has an answer: unknown is never healthy. */
export const healthy: CauseRule = {
  id: 'healthy',
  title: 'Nothing wrong was found on the way from IIS to the wire',
  explain(context) {
    const answered = [...decisiveFindings, ...aloneTell].every(
      (id) => (context.finding(id)?.status ?? 'notRun') !== 'notRun',
    );
    if (!answered || context.findings.some(({ status }) => status === 'fail')) return null;
    const against = context.findings
      .filter(({ id, status }) => status === 'warn' && ofPath.test(id))
      .map(({ id }) => id);
    const unpublished = withStatus(context, ['agent.httpsPublished'], 'warn').length > 0;
    return {
      // What speaks against it must not stand below a headline that knows of nothing.
      ...(against.length > 0 && { title: 'Nothing fails on the way from IIS to the wire, but there are warnings' }),
      likelihood: against.length === 0 ? 'confirmed' : 'likely',
      because: withStatus(context, decisiveFindings, 'pass'),
      against,
      remedies: unpublished ? ['refresh-packages'] : [],
      advice: `${against.length === 0 ? '' : 'Look at the warnings first: each says what it can mean. '}${
        unpublished
          ? 'The agent has not published since: use "Refresh All Packages" (Agent UI > Package Server tab, KB172128), then read its log again.'
          : 'Whether HTTPS codebases are published cannot be told from here: look at Agent UI > Package Server tab; if they are not, use "Refresh All Packages" there (KB172128).'
      }`,
    };
  },
};
