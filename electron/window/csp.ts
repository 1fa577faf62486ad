/**
 * The page's content security policy: nothing, and then what the wizard needs.
 * Styles that scripts write need the nonce of this very load; there is no
 * `unsafe-inline`, no remote content and no connection to anywhere.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

/**
 * For the preview of a report, which is framed by the page and holds words of a
 * server: no script, nothing loaded, no frame but ours. Its style sheet is ours and stands in it.
 */
export const previewPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox',
].join('; ');
