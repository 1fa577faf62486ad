import { selectRecord } from '../httpsys/precedence.ts';
import { shortThumbprint } from '../httpsys/thumbprint.ts';
import type { HttpSysRecords } from '../model/facts/httpsys.ts';
import type { IisConfig } from '../model/facts/iis.ts';
import type { Handshakes } from '../model/facts/tls.ts';
import { expectedCertificate, expectedSource, type ExpectedFrom } from './expected.ts';
import { defineRule, type JudgeContext, type Verdict } from './rule.ts';
import { siteAttempts, type SiteAttempt } from './site-attempts.ts';
import { noHttpsBinding, type SiteEndpoint } from './site-endpoints.ts';
import { paragraphs, whyItMatters } from './words.ts';
import { decide } from './decide.ts';

export const tlsServed = defineRule({
  id: 'tls.served',
  title: 'Is the certificate on the wire the one that HTTP.SYS names and the site should have?',
  kb: ['KB172128'],
  needs: { all: ['iisConfig', 'httpSysLive', 'handshakes'], any: [], also: ['iisView', 'certificates'] },
  concludes: {
    pass: 'The certificate on the wire is the one that HTTP.SYS names and the site should have.',
    info: 'The wire shows what HTTP.SYS names; which one is meant is not known.',
    warn: 'What HTTP.SYS would serve is not known, so the two cannot be compared.',
    fail: 'The wire shows another certificate than is meant, or than HTTP.SYS names.',
  },
  decisive: false,
  applicable({ iisConfig, handshakes }, context) {
    const noBinding = noHttpsBinding(iisConfig);
    if (noBinding !== null) return noBinding;
    return completed(handshakes, iisConfig, context).length > 0
      ? null
      : 'No handshake with an HTTPS binding of the site completed, so no certificate was served.';
  },
  judge: ({ iisConfig, httpSysLive, handshakes, ...from }, context) =>
    decide(completed(handshakes, iisConfig, context).map((one) => judgeAttempt(one, httpSysLive, from, context)))!,
});

interface CompletedAttempt extends SiteAttempt {
  site: SiteEndpoint;
}

const completed = (handshakes: Handshakes, config: IisConfig, context: JudgeContext): CompletedAttempt[] =>
  siteAttempts(handshakes, config, context).flatMap(({ attempt, site }) =>
    attempt.outcome === 'completed' && site !== null ? [{ attempt, site }] : [],
  );

function judgeAttempt(
  { attempt, site }: CompletedAttempt,
  live: HttpSysRecords,
  from: ExpectedFrom,
  context: JudgeContext,
): Verdict {
  const { address, port, serverName, thumbprint: served } = attempt;
  const selection = selectRecord(live.records, attempt);
  const predicted = selection.outcome === 'record' ? selection.record.thumbprint : null;
  const expected = expectedCertificate(site, from, context);
  const client = `${address}, port ${port}, ${serverName === null ? 'without a name' : `as ${serverName}`}`;
  const seen = [
    `On the wire (${client}): ${served ?? 'not read'}.`,
    `HTTP.SYS (netsh): ${predicted ?? (selection.outcome === 'none' ? 'no record that serves this client' : 'not predictable')}.`,
    expected ? `The certificate that ${expectedSource(expected)}: ${expected.thumbprint}.` : '',
  ].join(' ');
  const todo = 'Select the certificate of the binding anew, so that HTTP.SYS gets its hash (KB172128).';

  if (served && expected && served !== expected.thumbprint) {
    return {
      status: 'fail',
      summary: `The wire shows ${shortThumbprint(served)}; the certificate that ${expectedSource(expected)} is ${shortThumbprint(expected.thumbprint)}.`,
      detail: paragraphs(
        seen,
        `IIS and Windows keep the certificate of a binding separately, and what HTTP.SYS has is served (KB172128). ${whyItMatters}`,
        todo,
      ),
      repairs: ['rebind-certificate'],
    };
  }
  if (served && (selection.outcome === 'none' || (predicted !== null && served !== predicted))) {
    return {
      status: 'fail',
      summary: `The wire shows ${shortThumbprint(served)}, which is not what the records of HTTP.SYS would serve.`,
      detail: paragraphs(
        seen,
        `The listing and the wire contradict each other: another program may answer on the port, or the records changed in between. ${whyItMatters}`,
        'Look which program listens on the port, then diagnose again.',
      ),
    };
  }
  if (!served || predicted === null) {
    return {
      status: 'warn',
      summary: 'What HTTP.SYS would serve cannot be compared with what was served.',
      detail: paragraphs(seen, 'One of the two is not known, so the match is not proven.'),
    };
  }
  if (!expected) {
    return {
      status: 'info',
      summary: `HTTP.SYS serves ${shortThumbprint(served)}, as its record says; which certificate is meant is not known.`,
      detail: paragraphs(
        seen,
        'IIS shows none for this binding, and the store MY does not have exactly one that fits the name of this server.',
      ),
    };
  }
  return {
    status: 'pass',
    summary: `The certificate ${shortThumbprint(served)} is on the wire, in HTTP.SYS, and the one that is meant.`,
    detail: seen,
  };
}
