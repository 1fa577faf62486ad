import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Option } from 'commander';
import { Result } from '../../shared/model/result.ts';
import { RepairReport } from '../../shared/model/repair.ts';
import type { ReportFormat } from '../../shared/model/report-preview.ts';
import { summaryMarkdown, summaryText } from '../../shared/report/summary.ts';
import { readLogs } from '../app/log.ts';
import { spoolBelow } from '../app/spool.ts';
import { UserError } from '../app/user-error.ts';
import { CaseId } from '../cases/case-file.ts';
import { makeReport, type Report } from '../report/report.ts';
import { saveFile } from '../report/save.ts';
import { sourceOfBundle, sourceOfCase, sourceOfRepair, sourceOfResult, type ReportSource } from '../report/source.ts';
import { writeReport } from '../report/write-report.ts';
import { exitCodes } from './exit-codes.ts';
import { dataFolderOf, openCases } from './open-cases.ts';
import { writtenWords } from './output.ts';
import { say } from './paint.ts';
import type { AddCommand } from './run-cli.ts';

interface ReportFlags extends Partial<Record<ReportFormat, string>> {
  summary?: boolean;
  markdown?: boolean;
  redact?: boolean;
  redactThumbprints?: boolean;
  log?: boolean;
  overwrite?: boolean;
  data?: string;
  /** What every other command has; refused with words. */
  out?: string;
}

/** The PDF comes last: where it cannot be made, the others are there. */
const formats: readonly ReportFormat[] = ['html', 'json', 'bundle', 'pdf'];

export const addReport: AddCommand = (program, finish) => {
  program
    .command('report')
    .argument('<source>', 'a case as "psdoctor cases" lists it, an evidence bundle, or a result document')
    .description('Writes reports: for people, for the ticket, and for being judged again elsewhere.')
    .option(
      '--html <file>',
      'one HTML file without scripts; a folder (there already, or with a slash at its end) means the default name in it',
    )
    .option('--pdf <file>', 'the same as PDF, where the wizard makes it')
    .option('--json <file>', 'the result document, as --html')
    .addOption(
      new Option('--out <file>', 'not here: --html, --pdf, --json and --bundle name what is written').hideHelp(),
    )
    .option('--bundle <path>', 'the evidence: a zip if it ends in .zip, else a folder')
    .option('--summary', 'prints at most twelve lines for the ticket (the default without a file)')
    .option('--markdown', 'prints the summary as Markdown')
    .option('--redact', 'hides names, addresses, users and paths behind placeholders, in everything')
    .option('--redact-thumbprints', 'hides the thumbprints of certificates too')
    .option('--log', "puts the product's own log into the bundle, always redacted")
    .option('--overwrite', 'replaces files that are there already')
    .option('--data <dir>', 'where cases lie')
    .addHelpText('after', '\nExample\n  psdoctor report evidence.zip --redact --html report.html --bundle redacted.zip')
    .action(async (named: string, flags: ReportFlags) => {
      refuseOut(named, flags);
      const { source, close } = await openSource(named, flags);
      try {
        const thumbprints = flags.redactThumbprints === true;
        const productLog = flags.log === true ? await readLogs(await dataFolderOf(flags.data)) : null;
        const report = await makeReport(
          { ...source, productLog },
          flags.redact || thumbprints ? { thumbprints } : null,
        );
        tellHidden(report);
        const wanted = formats.filter((format) => flags[format] !== undefined);
        for (const format of wanted) {
          const options = { replace: flags.overwrite === true };
          const file = await writeReport(report, format, flags[format] ?? '', options);
          say(format === 'bundle' ? `Written to ${file}\n` : writtenWords(file));
        }
        await keepHidden(report, source);
        if (flags.markdown === true) process.stdout.write(`${summaryMarkdown(report.document)}\n`);
        else if (flags.summary === true || wanted.length === 0)
          process.stdout.write(`${summaryText(report.document)}\n`);
        finish(exitCodes.ok);
      } finally {
        await close();
      }
    });
};

/** @throws UserError badArguments */
function refuseOut(named: string, { out }: ReportFlags): void {
  if (out === undefined) return;
  throw new UserError(
    'badArguments',
    `psdoctor report has no --out: say which report is written, as in psdoctor report ${named} --html ${out}. --html, --pdf and --json take a file or a folder, --bundle a zip or a folder; without any of them the summary comes to stdout. Nothing was written.`,
  );
}

interface Opened {
  source: ReportSource;
  close(): Promise<void>;
}
const nothingOpen = () => Promise.resolve();
const tell = (warnings: readonly string[]) => warnings.forEach((warning) => say(`${warning}\n`));

/** @throws UserError notFound, failed, refused */
async function openSource(named: string, { data }: ReportFlags): Promise<Opened> {
  const path = resolve(named);
  const entry = await stat(path).catch(() => null);
  if (entry === null && CaseId.safeParse(named).success) {
    const { source, warnings } = await sourceOfCase(await (await openCases(data)).open(named));
    tell(warnings);
    return { source, close: nothingOpen };
  }
  if (entry === null) {
    throw new UserError(
      'notFound',
      `There is no case, no bundle and no result "${named}": "psdoctor cases" lists the cases, and there is no file or folder ${path}.`,
    );
  }
  const result = entry.isFile() && !/\.zip$/iu.test(path) ? await readDocument(path, entry.size) : null;
  if (result !== null) return { source: result, close: nothingOpen };
  const { source, warnings, close } = await sourceOfBundle(
    path,
    spoolBelow(() => dataFolderOf(data)),
  );
  tell(warnings);
  return { source, close };
}

/** No result is larger. */
const longest = 256 * 1024 * 1024;

/** A result or what a repair printed; null for a zip, which can only be a bundle. @throws UserError refused */
async function readDocument(path: string, size: number): Promise<ReportSource | null> {
  if (size > longest) return null;
  const text = await readFile(path, 'utf8');
  if (text.startsWith('PK')) return null;
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/u, ''));
  } catch {
    throw new UserError(
      'refused',
      `${path} was not opened: it is no JSON, so no result document, and no zip, so no evidence bundle. A result document is what --json writes.`,
    );
  }
  const repair = RepairReport.safeParse(value);
  if (repair.success) return sourceOfRepair(repair.data);
  const result = Result.safeParse(value);
  if (result.success) return sourceOfResult(result.data);
  const [issue] = result.error.issues;
  throw new UserError(
    'refused',
    `${path} is no result that this version can read (${issue?.path.join('.') || 'the whole'}: ${issue?.message}).`,
  );
}

/** Before anything is sent, a person sees what was hidden and what was not. */
function tellHidden({ document: { redaction } }: Report): void {
  if (redaction === null) return;
  const hidden = redaction.hidden.map(({ what, count }) => `  ${count} ${what}`);
  const stays = redaction.stays.map((words) => `  ${words}`);
  say(`${['Hidden (different values)', ...hidden, 'What stays', ...stays].join('\n')}\n`);
}

/** The map from placeholder to value lies with the case, and nowhere else. */
async function keepHidden({ hidden }: Report, { case: kept }: ReportSource): Promise<void> {
  if (kept === null || hidden.length === 0) return;
  const content = `${JSON.stringify({ format: 'package-server-doctor/redaction', version: 1, hidden }, null, 1)}\n`;
  await saveFile(join(kept.folder, 'redaction.json'), content, true);
}
