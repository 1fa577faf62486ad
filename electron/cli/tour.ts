import { join } from 'node:path';
import { ownElevation } from '../app/own-elevation.ts';
import { dataFolder } from '../app/paths.ts';
import { resultText } from '../diagnosis/text.ts';
import { exitCodeOfOutcome } from './exit-codes.ts';
import { openRepairs } from './open-repairs.ts';
import { paint } from './paint.ts';
import { planText } from './plan-text.ts';
import { repairText } from './repair-text.ts';
import type { AddCommand } from './run-cli.ts';

/**
 * What `npm start` shows where there is no display: the wizard's path on the
 * practice server (diagnose, repair, prove) as text.
 */
export const addTour: AddCommand = (program, finish) => {
  program.command('tour', { hidden: true }).action(async () => {
    const say = (text: string) => process.stdout.write(`${text}\n`);
    const style = paint(process.stdout);
    const heading = (text: string) => say(style('bold', `\n${text}\n`));
    const data = dataFolder(await ownElevation());

    say('There is no display here, so this is the wizard without its window, on the practice server:');
    say('a simulated package server whose port 443 is a real TLS listener. Nothing on this computer is changed.');
    const repairs = await openRepairs({ target: 'practice:stale-binding', data });
    try {
      heading('1 Diagnose');
      say(resultText(await repairs.before(), style));
      heading('2 Remedy');
      const { token, plan } = await repairs.engine.plan({
        repair: 'rebind-certificate',
        endpoint: null,
        certificate: null,
        takeOver: false,
      });
      say(planText(plan));
      heading('3 Apply and prove');
      const report = await repairs.engine.apply(token, {
        confirm: () => Promise.resolve(true),
        onCurrent: (words) => {
          if (words !== null) say(`  ${words}`);
        },
        onStep: () => undefined,
      });
      say(`\n${repairText(report)}`);
      if (report.after !== null) say(resultText(report.after, style));
      if (report.case !== null) {
        say(`The result documents lie in ${join(data, 'cases', report.case)}`);
        say(`To read what was done and kept: npm run -s psdoctor -- show ${report.case}`);
      }
      say('To see the wizard itself, run npm start where there is a display: on a desktop, with DISPLAY set,');
      say('or with a virtual one (xvfb-run -a npm start).');
      finish(exitCodeOfOutcome(report.outcome));
    } finally {
      await repairs.dispose();
    }
  });
};
