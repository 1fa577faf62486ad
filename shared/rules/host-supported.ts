import { defineRule } from './rule.ts';
import { paragraphs } from './words.ts';

/** CurrentBuildNumber of each Windows Server that the product knows (Microsoft, Windows Server release information). */
const servers: ReadonlyMap<number, string> = new Map([
  [14393, 'Windows Server 2016'],
  [17763, 'Windows Server 2019'],
  [20348, 'Windows Server 2022'],
  [25398, 'Windows Server, version 23H2'],
  [26100, 'Windows Server 2025'],
]);
const oldestBuild = 14393;

export const hostSupported = defineRule({
  id: 'host.supported',
  title: 'Is this a Windows Server that the product knows?',
  kb: ['KB180398'],
  needs: { all: ['windows'], any: [] },
  concludes: {
    pass: 'Windows Server 2016, 2019, 2022, 23H2 or 2025.',
    info: 'A newer build than those.',
    warn: 'A client Windows, or Server Core.',
    fail: 'Older than Windows Server 2016.',
  },
  decisive: false,
  judge({ windows: { build, installationType } }) {
    const seen = `The registry shows the build ${build} and the installation type ${installationType}.`;
    const type = installationType.toLowerCase();
    if (build < oldestBuild) {
      return {
        status: 'fail',
        summary: `Windows build ${build} is older than Windows Server 2016, the oldest that this product knows.`,
        detail: paragraphs(
          seen,
          'The tools of older builds print in other forms and lack commands, so what is read here may be incomplete; the vendor asks for an operating system that the agent supports (KB180398).',
          'Look at this server by hand as KB172128 describes, or collect its evidence and have it judged elsewhere.',
        ),
      };
    }
    if (type === 'client') {
      return {
        status: 'warn',
        summary: `This is a client Windows (build ${build}), not a server.`,
        detail: paragraphs(
          seen,
          'A client Windows names its features differently, and its IIS limits connections. Whether a package server is supported on it depends on the version of ITMS (KB180398).',
          'Repairs that install features are made for Windows Server.',
        ),
      };
    }
    const name = servers.get(build);
    if (type === 'server core') {
      return {
        status: 'warn',
        summary: `This is ${name ?? `Windows build ${build}`}, installed as Server Core.`,
        detail: paragraphs(
          seen,
          'Server Core has no IIS Manager and no IIS 6 Management Console, so the first remedy of KB172128 cannot be done by hand on it; the vendor does not say whether it is supported.',
          'Use the repairs of this product, or IIS Manager from another computer.',
        ),
      };
    }
    if (name === undefined) {
      return {
        status: 'info',
        summary: `Windows build ${build} is not one that this product was made for.`,
        detail: `${seen} The tools may print in forms that are not known yet; what cannot be read is said to be unknown.`,
      };
    }
    return { status: 'pass', summary: `This is ${name} (build ${build}).`, detail: seen };
  },
});
