import { join } from 'node:path';
import type { RepairId } from '../../shared/model/repair-id.ts';
import type { RepairOutcome } from '../../shared/model/repair.ts';
import { nextRemedy } from '../../shared/repairs/next-remedy.ts';
import { repairTitles } from '../../shared/report/words.ts';
import { ownElevation } from '../app/own-elevation.ts';
import { dataFolder } from '../app/paths.ts';
import { resultText } from '../diagnosis/text.ts';
import { exitCodeOfOutcome } from './exit-codes.ts';
import { openRepairs } from './open-repairs.ts';
import { readable, showsColours, type Paint } from './paint.ts';
import { planText } from './plan-text.ts';
import { repairText } from './repair-text.ts';
import type { AddCommand } from './run-cli.ts';

/**
 * What `npm start` shows where there is no display: the wizard's path on the
 * practice server (diagnose, repair, prove) as text.
 */
export const addTour: AddCommand = (program, finish) => {
  program.command('tour', { hidden: true }).action(async () => {
    const tell = (text: (paint: Paint) => string) =>
      process.stdout.write(`${readable(text, showsColours(process.stdout))}\n`);
    const say = (text: string) => tell(() => text);
    const heading = (text: string) => tell((paint) => paint('bold', `\n${text}\n`));
    const data = dataFolder(await ownElevation());

    say('There is no display here, so this is the wizard without its window, on the practice server:');
    say('a simulated package server whose port 443 is a real TLS listener. Nothing on this computer is changed.');
    const repairs = await openRepairs({ target: 'practice:stale-binding', data });
    try {
      heading('Diagnose');
      let result = await repairs.before();
      tell((paint) => resultText(result, paint));
      const done = new Set<RepairId>();
      let outcome: RepairOutcome = 'notNeeded';
      for (let repair = nextRemedy(result.causes); repair !== null; repair = nextRemedy(result.causes, done)) {
        heading(`Remedy: ${repairTitles[repair]}`);
        const { token, plan } = await repairs.engine.plan({
          repair,
          endpoint: null,
          certificate: null,
          takeOver: false,
        });
        say(planText(plan));
        heading('Apply and prove');
        const report = await repairs.engine.apply(token, {
          confirm: () => Promise.resolve(true),
          onCurrent: (words) => {
            if (words !== null) say(`  ${words}`);
          },
          onStep: () => undefined,
        });
        say(`\n${repairText(report)}`);
        ({ outcome } = report);
        done.add(repair);
        if (report.case !== null) {
          say(`The result documents lie in ${join(data, 'cases', report.case)}`);
          say(`To read what was done and kept: npm run -s psdoctor -- show ${report.case}`);
        }
        if (report.after === null || outcome !== 'fixed') break;
        result = report.after;
      }
      heading('The server now');
      tell((paint) => resultText(result, paint));
      say('To see the wizard itself, run npm start where there is a display: on a desktop, with DISPLAY set,');
      say('or with a virtual one (xvfb-run -a npm start).');
      finish(exitCodeOfOutcome(outcome));
    } finally {
      await repairs.dispose();
    }
  });
};
