import { markup, type Markup, type Part } from '../markup.ts';

/** Nothing is loaded and nothing is run, even if a value should get past the escaping. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** A whole HTML file around a body: no scripts, no references to anything outside. */
export const htmlFile = (title: Part, css: Markup, body: Part): string =>
  markup`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${css}</style>
</head>
<body>
${body}
</body>
</html>
`.toString();
