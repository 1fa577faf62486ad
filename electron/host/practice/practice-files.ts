import { withoutSecrets } from '../filters.ts';
import type { FileAnswer, FileQuestion, FolderAnswer, FolderQuestion } from '../host.ts';
import type { World } from './model/world.ts';
import { filesOf, findFile, needsElevation } from './virtual-files.ts';

export function answerFile(world: World, question: FileQuestion): FileAnswer {
  const found = fileOutcome(world, question);
  const { content, filtered } = withoutSecrets(once(found.bytes), question.filter);
  return {
    kind: 'file',
    name: question.name,
    path: question.path,
    at: new Date().toISOString(),
    durationMs: 0,
    outcome: found.outcome,
    content,
    filtered,
  };
}

function fileOutcome(
  world: World,
  { path, maxBytes, signal }: FileQuestion,
): { outcome: FileAnswer['outcome']; bytes: Uint8Array } {
  const none = new Uint8Array();
  if (signal?.aborted === true) return { outcome: 'cancelled', bytes: none };
  if (needsElevation(path) && world.rights === 'filtered') return { outcome: 'accessDenied', bytes: none };
  const bytes = findFile(world, path);
  if (bytes === undefined) return { outcome: 'notFound', bytes: none };
  if (bytes.length > (maxBytes ?? Number.POSITIVE_INFINITY)) return { outcome: 'tooLarge', bytes: none };
  return { outcome: 'read', bytes };
}

export function answerFolder(world: World, { name, path }: FolderQuestion): FolderAnswer {
  const prefix = `${path.replace(/\\+$/u, '')}\\`.toLowerCase();
  const below = [...filesOf(world)].filter(([file]) => file.toLowerCase().startsWith(prefix));
  const entries = below
    .map(([file, { content, modified }]) => ({ name: file.slice(prefix.length), size: content.length, modified }))
    .filter((entry) => !entry.name.includes('\\'));
  return {
    kind: 'folder',
    name,
    path,
    at: new Date().toISOString(),
    durationMs: 0,
    outcome: below.length === 0 ? 'notFound' : 'read',
    entries,
  };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  if (bytes.length > 0) yield bytes;
}
