import { app } from 'electron';
import { wizardArguments } from './app/arguments.ts';
import { catchCrashes } from './app/crash.ts';
import { drawInSoftware } from './app/gpu.ts';
import { startLog } from './app/log.ts';
import { runWizard } from './app/lifecycle.ts';
import { claimSingleInstance, ownPlace } from './app/single-instance.ts';
import { registerWizardScheme } from './window/app-protocol.ts';
import { lockDownPages } from './window/lock-down.ts';

const line = wizardArguments(process.argv.slice(1));
catchCrashes(line);
drawInSoftware();
registerWizardScheme();
lockDownPages();

const place = await ownPlace(line.data);
startLog(place.data, 'wizard');
// Electron becomes ready when this module has run to its end, so nothing here waits for that.
if (claimSingleInstance(place)) void runWizard(line, place);
else app.quit();
