import { startService, stopService } from '../../service-control.ts';
import { dependents, findService } from '../../services.ts';
import { lines, type Tool } from '../tool.ts';
import { scFailure, serviceConfig, serviceStatus } from './blocks.ts';

/** `sc query|queryex|qc|enumdepend|start|stop NAME`. The exit code is the error number. */
export const sc: Tool = (context, args) => {
  const { world, now } = context;
  const verb = args[0]?.toLowerCase() ?? '';
  const name = args[1] ?? '';
  const service = findService(world, name);
  if (service === undefined) return scFailure(context, functions[verb] ?? 'OpenService', 1060);
  switch (verb) {
    case 'query':
      return { exitCode: 0, out: lines('') + serviceStatus(service, now, false) };
    case 'queryex':
      return { exitCode: 0, out: lines('') + serviceStatus(service, now, true) };
    case 'qc':
      return { exitCode: 0, out: serviceConfig(service) };
    case 'enumdepend': {
      const found = dependents(world, name);
      const blocks = found.map((one) => lines('') + serviceStatus(one, now, false, true));
      return {
        exitCode: 0,
        out: lines(`[SC] EnumDependentServices: entriesread = ${found.length}`) + blocks.join(''),
      };
    }
    case 'start':
    case 'stop': {
      if (world.rights === 'filtered') return scFailure(context, 'OpenService', 5);
      const code = (verb === 'start' ? startService : stopService)(world, name, now);
      if (code !== 0) return scFailure(context, functions[verb] ?? '', code);
      return { exitCode: 0, out: lines('') + serviceStatus(service, now, verb === 'start') };
    }
    default:
      return { exitCode: 1639, out: lines('', 'ERROR:  Unrecognized command', '') };
  }
};

/** The call that sc names in its errors. */
const functions: Readonly<Record<string, string>> = {
  query: 'EnumQueryServicesStatus:OpenService',
  queryex: 'EnumQueryServicesStatus:OpenService',
  qc: 'OpenService',
  enumdepend: 'OpenService',
  start: 'StartService',
  stop: 'ControlService',
};
