/**
 * The look of a report, for the screen and for paper. Light on any screen: what
 * is printed and what is read are the same. Contrast of text is 4.5 : 1 or more.
 */
export const style = `
:root { color-scheme: light; --ink: #1b1f24; --soft: #4d5661; --line: #d5dae0; --sunken: #f3f5f7; --sound: #176f3d; --broken: #b3261e; --warn: #7a4f00; --unknown: #56606b; --accent: #0f5fa8; }
* { box-sizing: border-box; }
html { background: #fff; color: var(--ink); font: 14px/1.45 "Segoe UI", "Helvetica Neue", Arial, sans-serif; }
body { max-width: 780px; margin: 0 auto; padding: 28px 24px 48px; overflow-wrap: anywhere; }
h1 { font-size: 24px; line-height: 1.2; margin: 0 0 4px; }
h2 { font-size: 18px; margin: 32px 0 10px; padding-top: 10px; border-top: 2px solid var(--ink); }
h3 { font-size: 15px; margin: 18px 0 4px; }
h4 { font-size: 14px; margin: 12px 0 2px; }
p { margin: 0 0 6px; }
ul, ol { margin: 0 0 8px; padding-left: 22px; }
a { color: var(--accent); }
code, pre { font-family: "Cascadia Mono", Consolas, "DejaVu Sans Mono", monospace; font-size: 12px; }
pre { margin: 4px 0 8px; padding: 8px 10px; background: var(--sunken); border: 1px solid var(--line); border-radius: 4px; white-space: pre-wrap; }
table { width: 100%; border-collapse: collapse; margin: 6px 0 10px; font-size: 13px; }
caption { text-align: left; color: var(--soft); padding: 0 0 4px; }
th, td { text-align: left; vertical-align: top; padding: 5px 8px 5px 0; border-bottom: 1px solid var(--line); }
th { font-weight: 600; white-space: nowrap; }
td > code:only-child { white-space: nowrap; overflow-wrap: normal; }
.soft { color: var(--soft); }
.small { font-size: 12px; }
.lines { white-space: pre-wrap; }
.no-wrap { white-space: nowrap; overflow-wrap: normal; }
.source, .endpoint { display: inline-block; min-width: 105px; }
.endpoint { min-width: 225px; }
.verdict { border: 1px solid var(--line); border-left: 6px solid var(--broken); border-radius: 4px; padding: 12px 16px; margin: 12px 0; }
.verdict.is-sound { border-left-color: var(--sound); }
.verdict.is-unknown { border-left-color: var(--unknown); }
.verdict h3 { margin: 0 0 2px; font-size: 17px; }
.status { display: inline-block; min-width: 62px; font-weight: 600; white-space: nowrap; }
.status.fail { color: var(--broken); }
.status.warn { color: var(--warn); }
.status.pass { color: var(--sound); }
.status.notRun, .status.info { color: var(--unknown); }
.finding { margin: 0 0 12px; padding: 0 0 8px; border-bottom: 1px solid var(--line); }
.finding h3 { margin-top: 10px; }
.map { display: block; width: 100%; max-width: 680px; height: auto; margin: 8px 0; font-family: "Segoe UI", Arial, sans-serif; }
.map .box { fill: #fff; stroke-width: 1.5; }
.map .box.sound, .map .line.sound, .map .sign.sound { stroke: var(--sound); }
.map .box.broken, .map .line.broken, .map .sign.broken { stroke: var(--broken); stroke-width: 2; }
.map .box.unknown, .map .line.unknown, .map .sign.unknown { stroke: var(--unknown); }
.map .box.unknown { stroke-dasharray: 5 4; }
.map .line, .map .sign, .map .bracket { fill: none; stroke-width: 1.5; }
.map .line.unknown { stroke-dasharray: 2 4; }
.map .bracket { stroke: var(--broken); stroke-dasharray: 4 3; }
.map .tag { fill: #fceceb; }
.map text { fill: var(--ink); }
.map text.title { font-size: 13px; font-weight: 600; }
.map text.strong { font-size: 12px; font-weight: 600; }
.map text.exact { font-size: 12px; font-family: Consolas, "DejaVu Sans Mono", monospace; }
.map text.more { font-size: 11.5px; fill: var(--soft); }
.map text.broken { fill: var(--broken); }
.map text.sound { fill: var(--sound); }
.map text.unknown { fill: var(--unknown); }
@page { margin: 18mm 15mm; }
@media print {
  html { font-size: 10.5pt; }
  body { max-width: none; padding: 0; }
  table { font-size: 9.5pt; }
  code, pre { font-size: 8.5pt; }
  h1, h2, h3, h4, caption { break-after: avoid; break-inside: avoid; }
  tr, .verdict, svg, .keep { break-inside: avoid; }
  thead { display: table-header-group; break-inside: avoid; break-after: avoid; }
  tbody tr:first-child { break-before: avoid; }
  p, li { orphans: 3; widows: 3; }
  .finding > .small:not(:last-child), .keep > .small { break-after: avoid; }
  a { color: inherit; text-decoration: none; }
}
`;
