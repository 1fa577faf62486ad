import { BrowserWindow, session, type Session } from 'electron';
import { markup } from '../../shared/report/markup.ts';
import type { PrintPdf } from '../report/write-report.ts';
import { wizardScheme } from './wizard-url.ts';

/** Each print has a session of its own, so that two at a time do not meet. */
let printed = 0;

const pageUrl = `${wizardScheme}://report/report.html`;

/** Millimetres in inches, which printToPDF takes. */
const inches = (millimetres: number): number => millimetres / 25.4;
const margins = { top: inches(20), bottom: inches(18), left: inches(15), right: inches(15) };

/** A page that never ends loading must not hold a report for ever. */
const longestMs = 120_000;

/**
 * Prints an HTML report with the browser of this program, in a window that
 * nobody sees: sandboxed, without scripts, in a session that has this one page
 * and reaches nothing else. Each page has a head and its number.
 *
 * @throws Error when the page cannot be printed in time
 */
export const printPdf: PrintPdf = async (html, head, paper) => {
  const own = session.fromPartition(`report-${(printed += 1)}`, { cache: false });
  serveOnly(own, html);
  const window = new BrowserWindow({
    show: false,
    width: 900,
    height: 1200,
    webPreferences: {
      session: own,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      javascript: false,
      spellcheck: false,
    },
  });
  try {
    return await inTime(async () => {
      await window.loadURL(pageUrl);
      return window.webContents.printToPDF({
        pageSize: paper,
        margins,
        printBackground: true,
        displayHeaderFooter: true,
        headerTemplate: line(markup`<span>${head}</span>`),
        footerTemplate: line(
          markup`<span>Package Server Doctor</span><span><span class="pageNumber"></span> / <span class="totalPages"></span></span>`,
        ),
        generateTaggedPDF: true,
        generateDocumentOutline: true,
      });
    });
  } finally {
    window.destroy();
    own.protocol.unhandle(wizardScheme);
  }
};

/** The page and nothing else, neither from the disk nor from the network. */
function serveOnly(own: Session, html: string): void {
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  own.setPermissionCheckHandler(() => false);
  own.webRequest.onBeforeRequest({ urls: ['<all_urls>'] }, ({ url }, answer) => answer({ cancel: url !== pageUrl }));
  own.protocol.handle(
    wizardScheme,
    () => new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } }),
  );
}

/** Chromium gives head and foot no style of the page, and a type size of nought. */
const line = (content: ReturnType<typeof markup>): string =>
  markup`<div style="width: 100%; margin: 0 15mm; display: flex; justify-content: space-between; font: 8pt 'Segoe UI', Arial, sans-serif; color: #4d5661;">${content}</div>`.toString();

async function inTime<T>(work: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`The report was not printed within ${longestMs / 1000} s.`)), longestMs);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}
