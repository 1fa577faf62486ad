/** Chromium's own switch; there is no other way to let it start where its sandbox cannot. */
export const compatibilitySwitch = 'no-sandbox';

/** Said on the first screen for as long as it is so. */
export const sandboxOffWords =
  'This window runs without the sandbox of Chromium (compatibility start). Its page has the same rules, with one wall less around them. Start it without --no-sandbox again where that works.';

/** `STATUS_…` of Windows and the codes of Chromium's sandbox, as far as they are known to stop a start. */
const createProcessFailed = 18;

/**
 * What stopped the page, in words for a person.
 *
 * @param reason of Electron's `render-process-gone`, such as `launch-failed`
 * @param exitCode what came with it; for `launch-failed` the code of Chromium's sandbox
 */
export function whyNoWindow(reason: string, exitCode: number): string {
  const told = `Chromium says: ${reason}, code ${exitCode}.`;
  if (reason !== 'launch-failed') return `The page of the wizard ended several times. ${told}`;
  const code18 = exitCode === createProcessFailed ? ' Its sandbox could not create the process of the page.' : '';
  return `${told}${code18} Possible causes: a security product or a policy that stops child processes, or a folder whose permissions keep out processes with fewer rights.`;
}

/**
 * What to do without a window.
 *
 * @param line the wizard's own options, which psdoctor knows as well
 */
export function withoutWindowWords(line: { target: string | null; data: string | null }): string {
  const options = [
    ...(line.target === null ? [] : ['--target', line.target]),
    ...(line.data === null ? [] : ['--data', `"${line.data}"`]),
  ];
  return [
    'The console program does the same without a window:',
    `    ${['psdoctor', 'diagnose', ...options].join(' ')}`,
    `    ${['psdoctor', 'report', 'CASE', '--html', 'report.html'].join(' ')}`,
  ].join('\n');
}

/** What is asked before the sandbox is left out. */
export const compatibilityWords =
  'A compatibility start leaves out the sandbox of Chromium, once. The page shows only what comes with this program and loads nothing from elsewhere, so little is lost; it is written to the log and said in the window.';
