import { z } from 'zod';

export const ReportFormat = z.enum(['html', 'pdf', 'json', 'bundle']);
export type ReportFormat = z.infer<typeof ReportFormat>;

/** What is replaced by placeholders: nothing, what tells whose server it is, or thumbprints as well. */
export const Redaction = z.enum(['nothing', 'names', 'thumbprints']);
export type Redaction = z.infer<typeof Redaction>;

/** What would be written, for reading before it is. */
export const ReportPreview = z.object({
  /** For the ticket: plain text, at most twelve lines. */
  summary: z.string(),
  /** The kinds of things that redaction replaces, each with the number of different values; empty when it is off. */
  hidden: z.array(z.object({ what: z.string(), count: z.int() })),
  /** What redaction leaves as it is, in sentences. */
  stays: z.array(z.string()),
  /** The address of the page that shows the HTML report. */
  page: z.string(),
});
export type ReportPreview = z.infer<typeof ReportPreview>;
