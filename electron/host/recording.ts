import { memoryEvidence, type EvidencePart, type EvidenceStore, type EvidenceWriter } from './evidence-store.ts';
import { FileReadError } from './file-read-error.ts';
import type { CommandAnswer, FileAnswer, FolderAnswer, Host, HostAnswer, Output, TlsAnswer } from './host.ts';

interface Recorded {
  /** Counts the questions, from 1, in the order in which they were asked. */
  seq: number;
  /** `before`, a repair's id, or `after`. */
  phase: string;
}

export interface RecordedOutput {
  bytes: EvidencePart;
  encoding: string;
}
export interface RecordedCommand extends Recorded, Omit<CommandAnswer, 'stdout' | 'stderr'> {
  stdout: RecordedOutput;
  stderr: RecordedOutput;
}
export interface RecordedFile extends Recorded, Omit<FileAnswer, 'content'> {
  content: EvidencePart;
}
/** An answer as it is kept: what was answered, with its bytes in the evidence store. */
export type RecordedAnswer =
  RecordedCommand | RecordedFile | (Recorded & FolderAnswer) | (Recorded & TlsAnswer) | (Recorded & HostAnswer);

/** A Host that keeps each question with its answer as evidence, bytes and all. */
export interface RecordingHost extends Host {
  /** What is asked from now on belongs to this phase; the first one is `before`. */
  phase(name: string): void;
  /** In the order of the questions. */
  answers(): RecordedAnswer[];
  /** The last answer to the question of this name. */
  latest(name: string): RecordedAnswer | undefined;
}

/** What was recorded, wherever it lies now. */
export type Evidence = Pick<RecordingHost, 'kind' | 'name' | 'answers'>;

export function recording(host: Host, store: EvidenceStore = memoryEvidence()): RecordingHost {
  const answers: RecordedAnswer[] = [];
  let phase = 'before';
  let asked = 0;
  const stamp = (): Recorded => ({ seq: (asked += 1), phase });
  const inOrder = (): RecordedAnswer[] => answers.toSorted((a, b) => a.seq - b.seq);

  const keepOutput = async ({ bytes, encoding }: Output): Promise<RecordedOutput> => {
    const writer = store.open();
    await writer.write(bytes);
    return { bytes: writer.part, encoding };
  };

  /** Keeps an answer that has no bytes of its own. */
  const ask = async <A extends FolderAnswer | TlsAnswer | HostAnswer>(answering: Promise<A>): Promise<A> => {
    const stamped = stamp();
    const answer = await answering;
    if (!('outcome' in answer) || answer.outcome !== 'notRecorded') answers.push({ ...stamped, ...answer });
    return answer;
  };

  return {
    kind: host.kind,
    name: host.name,
    repairLock: host.repairLock,
    async run(question) {
      const stamped = stamp();
      const answer = await host.run(question);
      if (answer.outcome === 'notRecorded') return answer;
      const [stdout, stderr] = await Promise.all([keepOutput(answer.stdout), keepOutput(answer.stderr)]);
      answers.push({ ...stamped, ...answer, stdout, stderr });
      return answer;
    },
    async readFile(question) {
      const stamped = stamp();
      const answer = await host.readFile(question);
      if (answer.outcome === 'notRecorded') return answer;
      const writer = store.open();
      const kept: RecordedFile = { ...stamped, ...answer, content: writer.part };
      answers.push(kept);
      return answer.outcome === 'read' ? { ...answer, content: keptWhileRead(answer.content, writer, kept) } : answer;
    },
    listFolder: (question) => ask(host.listFolder(question)),
    connectTls: (question) => ask(host.connectTls(question)),
    describe: () => ask(host.describe()),
    identity: () => host.identity(),
    exportPath: (fileName) => host.exportPath(fileName),
    phase(name) {
      phase = name;
    },
    answers: inOrder,
    latest: (name) => inOrder().findLast((answer) => answer.name === name),
    async dispose() {
      await host.dispose();
      await store.dispose();
    },
  };
}

/** Keeps a file's content as it is read; how far that went is what the record says. */
function keptWhileRead(
  content: AsyncIterable<Uint8Array>,
  writer: EvidenceWriter,
  kept: RecordedFile,
): AsyncIterable<Uint8Array> {
  const become = (outcome: RecordedFile['outcome'], detail: string): void => {
    kept.outcome = outcome;
    kept.detail = detail;
  };
  become('failed', 'It was opened, and never read.');
  return {
    async *[Symbol.asyncIterator]() {
      become('read', 'Only its beginning was read.');
      try {
        for await (const chunk of content) {
          await writer.write(chunk);
          yield chunk;
        }
        delete kept.detail;
      } catch (error) {
        become(error instanceof FileReadError ? error.outcome : 'failed', (error as Error).message);
        throw error;
      }
    },
  };
}
