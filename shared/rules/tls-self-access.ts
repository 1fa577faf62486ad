import type { HandshakeAttempt, Handshakes } from '../model/facts/tls.ts';
import type { Words } from './decide.ts';
import { defineRule, type JudgeContext, type Verdict } from './rule.ts';
import { selfAccessAttempts } from './site-attempts.ts';
import { noHttpsBinding } from './site-endpoints.ts';
import { listOf, paragraphs, whyItMatters } from './words.ts';

export const tlsSelfAccess = defineRule({
  id: 'tls.selfAccess',
  title: 'Does the site answer an HTTPS request to the full name of this server?',
  kb: ['KB172128', 'KB191688'],
  needs: { all: ['handshakes'], any: [], also: ['iisConfig'] },
  concludes: {
    pass: "It answers both this product's own client, which accepts any certificate, and Windows (Schannel), with the trust of the machine.",
    info: 'It answers with a status from 400 on, so it is reachable; or only one of the two clients was tried.',
    warn: 'It answers one of them only; or Schannel does not trust the certificate; or it answers with an error of the server.',
    fail: 'It answers neither.',
  },
  decisive: false,
  applicable: ({ iisConfig }) => (iisConfig ? noHttpsBinding(iisConfig) : null),
  judge: ({ handshakes }, context) => judgeSelfAccess(handshakes, context),
});

/** The judgement on the requests among some handshakes; the map asks it of one endpoint's. */
export function judgeSelfAccess(handshakes: Handshakes, context: Pick<JudgeContext, 'fqdn'>): Words {
  const attempts = selfAccessAttempts(handshakes, context);
  if (context.fqdn === null || attempts.length === 0) return notTried(context);
  const seen = paragraphs(
    `Asked for https://${context.fqdn}/: ${listOf(attempts.map(attemptText))}.`,
    "The request is this product's own: the URL and the client that the agent uses are not known.",
  );
  const answered = attempts.filter(({ http }) => http !== null);
  if (answered.length === 0) {
    return {
      status: 'fail',
      summary: `The site does not answer an HTTPS request to ${context.fqdn}.`,
      detail: paragraphs(
        seen,
        `The package server tests its own web site in such a way (KB172128, KB191688). ${whyItMatters}`,
        'Look at the handshakes and at the certificate first.',
      ),
    };
  }
  return verdictOf(attempts, answered, seen, context.fqdn);
}

function verdictOf(
  attempts: readonly HandshakeAttempt[],
  answered: readonly HandshakeAttempt[],
  seen: string,
  fqdn: string,
): Verdict {
  const unserved = (attempt: HandshakeAttempt): boolean => attempt.http === null || distrusts(attempt);
  const silent = attempts.filter(unserved).map(({ client }) => client);
  const statuses = answered.flatMap(({ http }) => http?.status ?? []);
  if (silent.length > 0) {
    const schannel = silent.includes('schannel');
    return {
      status: 'warn',
      summary: schannel
        ? `The site answers HTTPS requests to ${fqdn}, but Windows (Schannel) ${attempts.some(distrusts) ? 'does not trust its certificate' : 'gets no answer'}.`
        : `The site answers HTTPS requests to ${fqdn} from Windows (Schannel), but not from this product's own client.`,
      detail: paragraphs(
        seen,
        schannel
          ? "This product's own client accepts any certificate. Windows (Schannel) judges it as its programs do: by name, dates and trust."
          : 'The two reach the server differently; a proxy or a protocol setting may stand between.',
        'Open the address in a browser on this server, and look what it says of the certificate.',
      ),
    };
  }
  const broken = statuses.find((status) => status >= 500);
  if (broken !== undefined) {
    return {
      status: 'warn',
      summary: `The site answers HTTPS requests to ${fqdn} with an error of the server (${broken}).`,
      detail: paragraphs(
        seen,
        'TLS works; behind it an application does not. 503 is what IIS answers while an application pool is stopped (KB422201).',
        'Look whether the application pools run, and at the System event log.',
      ),
    };
  }
  const refused = statuses.find((status) => status >= 400);
  if (refused !== undefined) {
    return {
      status: 'info',
      summary: `The site is reachable by HTTPS as ${fqdn}; it answers ${refused}.`,
      detail: seen,
    };
  }
  if (new Set(attempts.map(({ client }) => client)).size === 1) {
    const [only] = attempts;
    return {
      status: 'info',
      summary: `The site answers an HTTPS request to ${fqdn}; only ${clientWords[only!.client]} tried.`,
      detail: seen,
    };
  }
  return {
    status: 'pass',
    summary: `The site answers HTTPS requests to ${fqdn}, and Windows (Schannel) accepts its certificate.`,
    detail: seen,
  };
}

/** Only Schannel judges the certificate. */
export const distrusts = ({ trustErrors = [] }: HandshakeAttempt): boolean => trustErrors.length > 0;

const clientWords = { node: "this product's own client", schannel: 'Windows (Schannel)' } as const;

function attemptText({ client, outcome, http, trustErrors = [] }: HandshakeAttempt): string {
  const got = http ? `got ${http.status}` : `got no answer${outcome === 'completed' ? ' after the handshake' : ''}`;
  return `${clientWords[client]} ${got}${trustErrors.length > 0 ? `, but does not trust the certificate (${trustErrors.join(', ')})` : ''}`;
}

const notTried = ({ fqdn }: Pick<JudgeContext, 'fqdn'>) => ({
  status: 'notRun' as const,
  reason: 'failed' as const,
  summary: 'Not checked: no HTTPS request to the own name was made.',
  detail:
    fqdn === null ? 'The server did not tell its own full name.' : `No request to ${fqdn} is among the handshakes.`,
});
