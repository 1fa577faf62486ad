import { gapsOf, notInstalled, stillMissing } from '../rules/feature-words.ts';
import { featureOfName } from '../rules/required-features.ts';
import type { CauseContext, CauseRule } from './cause-rule.ts';
import { withStatus } from './weigh.ts';

/** KB160917 and KB172128's step 0: without them the agent does not use IIS. */
export const missingFeatures: CauseRule = {
  id: 'missing-features',
  title: 'Role services of IIS that the package server needs are missing',
  explain(context) {
    const status = context.finding('iis.features')?.status;
    const gone = withStatus(context, ['iis.virtualDirectories'], 'warn');
    // The vendor's list alone is a hint, and one only where the agent made no directories.
    const hint = status === 'warn' && ((gone.length > 0 && lacksDocumented(context)) || lacksMissed(context));
    if (status !== 'fail' && !hint) return null;
    const registryAgrees = status === 'fail' && agrees(context);
    // Directories can be left over; the registry counts for more.
    const against = registryAgrees ? [] : withStatus(context, ['iis.virtualDirectories'], 'pass');
    // The log is of the agent's last start: without the registry they may have been installed since.
    const sure = registryAgrees || (gone.length > 0 && context.fact('iisFeatures') !== undefined);
    return {
      likelihood: hint || against.length > 0 ? 'possible' : sure ? 'confirmed' : 'likely',
      because: ['iis.features', ...gone],
      against,
      remedies: ['install-features', 'restart-agent', 'refresh-packages'],
      advice:
        'Install them, restart the agent service (it looks for them only when it starts, KB150861), then refresh all packages. KB172128 asks for that before anything else.',
    };
  },
};

function lacksDocumented(context: CauseContext): boolean {
  const features = context.fact('iisFeatures');
  return features !== undefined && gapsOf(features, context.fact('windows')).documented.length > 0;
}

/** What the agent itself had missed is a need, and it will miss it again at its next start. */
function lacksMissed(context: CauseContext): boolean {
  const [log, features] = [context.fact('agentLog'), context.fact('iisFeatures')];
  return log !== undefined && features !== undefined && notInstalled(log, features).length > 0;
}

/** Whether the registry, a source of its own, says that what the agent missed is not installed. */
function agrees(context: CauseContext): boolean {
  const [log, features] = [context.fact('agentLog'), context.fact('iisFeatures')];
  if (!log || !features) return false;
  const named = stillMissing(log, features).some((name) => featureOfName(name)?.component != null);
  return named || (log.missingFeatures.length === 0 && lacksDocumented(context));
}
