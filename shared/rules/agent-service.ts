import { agentOf } from './notification-server-signs.ts';
import { defineRule, type Verdict } from './rule.ts';
import { isDisabled, isPending, isRunning, startsByItself } from './service-state.ts';
import { paragraphs } from './words.ts';

const name = 'The agent service (AeXNSClient)';
const why =
  'The package service runs inside it (KB158750): without it nothing makes virtual directories, tests the web site or publishes codebases.';

export const agentService = defineRule({
  id: 'agent.service',
  title: 'Does the agent service run?',
  kb: ['KB172128', 'KB258356'],
  needs: { all: [], any: [], asIs: ['service', 'agent'] },
  concludes: {
    pass: 'It runs, and starts by itself.',
    info: 'There is none, and no package service either.',
    warn: 'It is between two states, or does not start by itself.',
    fail: 'It is stopped or disabled, or missing on a package server.',
  },
  decisive: true,
  judge({ service: fact, agent }) {
    if (fact.state === 'unknown') {
      if (fact.reason !== 'notInstalled') return { status: 'notRun', missing: 'service' };
      const settings = agentOf(agent);
      if (settings === undefined) return { status: 'notRun', missing: 'agent' };
      return settings?.packageServerKey ? missing : noPackageServer;
    }
    const service = fact.value;
    const seen = `sc shows AeXNSClient as ${service.state}, start mode ${service.startMode}.`;
    if (isPending(service)) {
      return {
        status: 'warn',
        summary: `${name} is between two states: ${service.state}.`,
        detail: paragraphs(seen, 'It is starting or stopping, or hangs in it.', 'Wait a minute, then diagnose again.'),
      };
    }
    if (!isRunning(service) || isDisabled(service)) {
      return {
        status: 'fail',
        summary: isDisabled(service) ? `${name} is disabled.` : `${name} does not run: ${service.state}.`,
        detail: paragraphs(
          seen,
          why,
          'Start the service. "Error 2" at its start means that AeXNSAgent.exe is missing (KB258356).',
        ),
        repairs: ['restart-agent'],
      };
    }
    if (!startsByItself(service)) {
      return {
        status: 'warn',
        summary: `${name} runs, but does not start by itself.`,
        detail: paragraphs(
          seen,
          `After the next restart of Windows it stays stopped. ${why}`,
          'Set its start type to automatic.',
        ),
      };
    }
    return { status: 'pass', summary: `${name} runs.`, detail: seen };
  },
});

const missing: Verdict = {
  status: 'fail',
  summary: `${name} is missing, though the package service is on this server.`,
  detail: paragraphs(
    'sc answers that there is no such service (1060), while the registry has the key "Package Server".',
    why,
    'Install the agent again (KB180398).',
  ),
};

const noPackageServer: Verdict = {
  status: 'info',
  summary: 'There is no agent service, and no package service that would need it.',
  detail: 'sc answers that there is no service AeXNSClient (1060); the registry has no key "Package Server".',
};
