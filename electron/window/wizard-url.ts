/** The one scheme that the window loads from; nothing is ever loaded from elsewhere. */
export const wizardScheme = 'app';
const wizardOrigin = `${wizardScheme}://psdoctor`;
export const wizardUrl = `${wizardOrigin}/index.html`;

/** Whether a frame at this address is the wizard's own page. */
export function isWizardUrl(url: string): boolean {
  return url === wizardOrigin || url.startsWith(`${wizardOrigin}/`);
}
