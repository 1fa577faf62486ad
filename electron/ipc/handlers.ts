import type { BrowserWindow } from 'electron';
import { restartElevated } from '../app/elevation.ts';
import { UserError } from '../app/user-error.ts';
import type { WizardSession } from '../session/session.ts';
import { confirmRepair } from '../window/confirm-repair.ts';
import { askFleetFolder, askServerList, askWhatToOpen, askWhereToSave } from '../window/file-dialogs.ts';
import { previewUrl } from '../window/wizard-url.ts';
import type { Handlers } from './router.ts';

/** What a page may name; a path comes from a dialog of the main process alone. */
const offered = /^(?:windows|practice:[\w-]+(?::[\w-]*){0,2})$/u;

/** What each channel does: a line to the session, which holds the truth. */
export function createHandlers(
  session: WizardSession,
  window: () => BrowserWindow,
  showPreview: (html: string) => void,
): Handlers {
  let previews = 0;
  const done = async (work: unknown): Promise<null> => {
    await work;
    return null;
  };
  return {
    'state.get': () => session.state(),
    'scenarios.list': async () => {
      const { listScenarios } = await import('../host/practice/scenarios/catalogue.ts');
      return listScenarios();
    },
    'diagnosis.start': ({ target, again }) => {
      if (!offered.test(target) && target !== session.state().session.target) {
        throw new UserError('unknownTarget', `The start screen offers no target "${target}".`);
      }
      return done(session.startDiagnosis(target, again));
    },
    'diagnosis.cancel': ({ fact }) => done(session.cancelDiagnosis(fact)),
    'evidence.get': (wish) => session.evidence(wish),
    'evidence.bytes': (wish) => session.evidenceBytes(wish),
    'repair.plan': (request) => session.plan(request),
    'repair.apply': ({ token }) => done(session.apply(token, (question) => confirmRepair(window(), question))),
    'repair.forget': () => done(session.forgetRepair()),
    'session.about': (about) => done(session.setAbout(about)),
    'sent.open': async ({ what }) => {
      const paths = await askWhatToOpen(window(), what);
      if (paths.length === 0) return 'cancelled';
      await session.openSent(paths);
      return 'opened';
    },
    'cases.list': () => session.cases.list(),
    'case.open': ({ case: id }) => done(session.cases.open(id)),
    'case.recover': ({ case: id, way }) => session.recover(id, way, (question) => confirmRepair(window(), question)),
    'checklist.tick': ({ layout, item, ticked }) => done(session.cases.tick(layout, item, ticked)),
    'fleet.open': async () => {
      const folder = await askFleetFolder(window());
      if (folder === null) return 'cancelled';
      await session.fleet.open(folder);
      return 'opened';
    },
    'fleet.page': ({ wish, from }) => session.fleet.page(wish, from),
    'fleet.server': ({ id }) => done(session.fleet.openServer(id)),
    'fleet.again': () => done(session.fleet.again()),
    'fleet.expect': async () => {
      const path = await askServerList(window());
      if (path === null) return 'cancelled';
      await session.fleet.expect(path);
      return 'opened';
    },
    'fleet.close': () => done(session.fleet.close()),
    'report.preview': async ({ redaction }) => {
      const { html, ...about } = await session.report.preview(redaction);
      showPreview(html);
      previews += 1;
      return { ...about, page: `${previewUrl}?${previews}` };
    },
    'report.save': async ({ format, redaction, log }) => {
      const report = await session.report.make(redaction, log);
      const path = await askWhereToSave(window(), format, report.fileName(format));
      return path === null ? null : report.write(format, path);
    },
    'app.ping': () => null,
    'app.restartElevated': () => restartElevated(),
  };
}
