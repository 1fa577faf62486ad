import type { FactName } from '../model/facts.ts';
import type { FindingStatus } from '../model/finding.ts';
import { factWords } from './fact-words.ts';
import type { Rule } from './rule.ts';

type AnyRule = Rule<FactName, FactName, FactName>;

const statuses: readonly [FindingStatus & keyof AnyRule['concludes'], string][] = [
  ['pass', 'Sound'],
  ['info', 'Info'],
  ['warn', 'Warning'],
  ['fail', 'Failing'],
];

const sources = (names: readonly FactName[]): string => names.map((name) => factWords[name]).join('; ');

function readsLine({ all, any, also = [], asIs = [] }: AnyRule['needs']): string {
  return [
    ...(all.length > 0 ? [sources(all)] : []),
    ...(any.length > 0 ? [`at least one of these: ${sources(any)}`] : []),
    ...asIs.map((name) => `${factWords[name]}, or that there is none`),
    ...(also.length > 0 ? [`where known: ${sources(also)}`] : []),
  ].join('; ');
}

function section({ id, title, kb, needs, concludes, decisive }: AnyRule): string {
  return [
    `### ${id}`,
    '',
    `${title}${decisive ? ' _Decisive._' : ''}`,
    '',
    `- **Reads** ${readsLine(needs)}.`,
    ...statuses.flatMap(([status, word]) =>
      concludes[status] === undefined ? [] : [`- **${word}** ${concludes[status]}`],
    ),
    ...(kb.length > 0 ? [`- **Articles** ${kb.join(', ')}.`] : []),
    '',
  ].join('\n');
}

/** docs/checks.md: each check with what it reads, what it concludes and when, and its articles. */
export function checksDocument(rules: readonly AnyRule[]): string {
  return `# The checks

<!-- Generated from shared/rules/catalogue.ts: npx vitest run --config build/vitest.config.ts shared/rules/checks-document -u -->

Every check reads facts that the server told, and says in its finding which source said so. When a fact it needs is not
known the finding is _not run_, with the reason: unknown is never sound. A question that does not arise on a server (the
certificate of a binding that is not there) is said as information. While a _decisive_ check has no answer the diagnosis
is incomplete, and \`psdoctor diagnose\` ends with 3.

Articles are Broadcom's unless another name stands beside them. What no article says is worded as possible.

${rules.map(section).join('\n')}
## Where the checks go beyond the documents

- \`host.supported\`: an unknown newer build is information; 23H2 is known.
- \`iis.config\`: that the file cannot be used counts as a failure only when IIS itself does not answer either; else it
  was the reading that failed.
- \`iis.features\`: role services that the agent missed and that are installed by now are a warning: the agent looks for
  them only when it starts (KB150861).
- \`iis.appPools\`: a pool that the configuration names and IIS does not show is a warning.
- \`httpsys.ipListen\`: an own IPv4 address that is left out is a warning; none left is a failure.
- \`cert.chain\`: where only the dates stand against it, \`cert.validity\` tells it.
- \`agent.log\`: no line says that the self-test worked, so a failure is taken as old when the agent made virtual
  directories in a later pass, or when a record was written since and every handshake with an endpoint of the site now
  gets the certificate that it should have. A record that another product wrote repairs nothing.
- \`httpsys.record\`: a binding by name (SNI) of the Central Certificate Store serves only clients that send a name: a
  warning, as for any binding by name.
- \`agent.service\`, \`iis.site\`: a service that runs but does not start by itself is a warning.
`;
}
