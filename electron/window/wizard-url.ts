/** The one scheme that the window loads from; nothing is ever loaded from elsewhere. */
export const wizardScheme = 'app';
const wizardOrigin = `${wizardScheme}://psdoctor`;
export const wizardUrl = `${wizardOrigin}/index.html`;

/** Whether a frame at this address is the wizard's own page. */
export function isWizardUrl(url: string): boolean {
  return url === wizardOrigin || url.startsWith(`${wizardOrigin}/`);
}

/** The report as it would be written, in a frame of the page that has no rights. */
export const previewUrl = `${wizardOrigin}/report-preview.html`;

/** Whether an address is that of the preview, whatever its query. */
export const isPreviewUrl = (url: string): boolean => url === previewUrl || url.startsWith(`${previewUrl}?`);
