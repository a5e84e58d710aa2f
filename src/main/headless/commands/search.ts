import { headless as words } from '../../../shared/catalogue/en/headless';
import { AppError } from '../../../shared/errors';
import type { SessionId } from '../../../shared/model/ids';
import { textOf, type Command, type Given } from '../command';
import { openReader, userNamed, type Reader } from '../open-reader';
import { readLimit, readSessionId } from '../read-options';
import { lineOf, type FoundLine } from '../found-lines';

/** What memory finds, by words and by meaning. */
export async function searchMemory(
  { engine, user, embed }: Reader,
  { query, sessionId, limit }: { query: string; sessionId: SessionId | null; limit: number },
  signal: AbortSignal,
): Promise<{
  readonly found: readonly FoundLine[];
  readonly mode: string;
  readonly degraded: string | null;
}> {
  const queryVector = await embed(query, signal);
  const { found, mode, degraded } = await engine.searchMemory({
    userId: user.id,
    sessionId,
    query,
    queryVector,
    limit,
  });
  return {
    mode,
    degraded,
    found: found.map(({ sessionTitle: chat, ...hit }) => ({
      messageId: hit.messageId,
      sessionId: hit.sessionId,
      chat,
      position: hit.position,
      role: hit.role,
      author: hit.author,
      createdAt: hit.createdAt,
      score: hit.score,
      isLikely: hit.isLikely,
      excerpt: hit.excerpt,
    })),
  };
}

async function searchWords(
  { engine, user }: Reader,
  { query, sessionId, limit }: { query: string; sessionId: SessionId | null; limit: number },
) {
  const filters = { sessionId, role: null, since: 0 } as const;
  const { messages } = await engine.searchAll({ userId: user.id, query, filters, limit });
  const found = messages.map(({ sessionTitle: chat, marks: _marks, ...hit }): FoundLine => {
    return { ...hit, chat, score: null, isLikely: true };
  });
  return { found, mode: 'words', degraded: null };
}

async function run(given: Given): Promise<void> {
  const query = given.positionals.join(' ').trim();
  if (query === '') throw new AppError('bad-input', words.wrongUse(searchCommand.usage, ''));
  const asked = { query, sessionId: readSessionId(given, 'chat'), limit: readLimit(given, 10) };
  const reader = await openReader(given, userNamed(textOf(given, 'user')));
  try {
    const answer =
      given.values['words'] === true
        ? await searchWords(reader, asked)
        : await searchMemory(reader, asked, given.signal);
    const { output } = given;
    if (answer.degraded !== null) output.tell(answer.degraded);
    const likely = answer.found.filter(({ isLikely }) => isLikely);
    for (const hit of likely) output.say(lineOf(hit));
    if (likely.length < answer.found.length)
      output.say(`${likely.length === 0 ? '' : '\n'}${words.lessLikely}`);
    for (const hit of answer.found) if (!hit.isLikely) output.say(lineOf(hit));
    if (answer.found.length === 0) output.say(words.nothingFound);
    output.result({ query, ...answer });
  } finally {
    await reader.close();
  }
}

/** Searches the memory. */
export const searchCommand: Command = {
  name: 'search',
  usage: 'search QUERY [--words] [--limit N] [--chat ID] [--user NAME]',
  about: words.about.search,
  options: {
    words: { type: 'boolean' },
    limit: { type: 'string' },
    chat: { type: 'string' },
    user: { type: 'string' },
  },
  takes: (positionals) => positionals > 0,
  run,
};
