import { createInterface } from 'node:readline';
import { headless as words } from '../../../shared/catalogue/en/headless';
import type { SessionId } from '../../../shared/model/ids';
import type { Command, Given } from '../command';
import { lineOf, plain } from '../found-lines';
import { readSessionId } from '../read-options';
import { openWriter } from '../writing/open-writer';
import type { ChatResult, Writer } from '../writing/task';

/** The words of the command, or else one message a line of standard input. */
async function* messagesOf({ positionals, output }: Given): AsyncGenerator<string> {
  if (positionals.length > 0) {
    yield positionals.join(' ');
    return;
  }
  for await (const line of createInterface({ input: output.input, crlfDelay: Infinity })) {
    if (line.trim() !== '') yield line;
  }
}

async function ask(
  given: Given,
  writer: Writer,
  sessionId: SessionId | null,
  text: string,
): Promise<ChatResult | null> {
  const { output, signal } = given;
  const shown = { words: false };
  const result = await writer.run(
    { kind: 'chat', sessionId, text, recallsAll: given.values['all'] === true },
    {
      signal,
      report: (news) => {
        if (news.kind === 'text') output.write(plain(news.text));
        if (news.kind === 'notice') output.tell(shown.words ? `\n${news.text}` : news.text);
        shown.words ||= news.kind === 'text';
      },
    },
  );
  if (result.kind !== 'chat') return null;
  output.say(shown.words ? '' : plain(result.answer));
  if (result.sources.length > 0) {
    output.say(`\n${words.sources(result.sources.length)}`);
    for (const source of result.sources) output.say(lineOf(source));
  }
  return result;
}

async function run(given: Given): Promise<void> {
  let sessionId = readSessionId(given, 'chat');
  const writer = await openWriter(given);
  const turns: ChatResult[] = [];
  try {
    for await (const text of messagesOf(given)) {
      const turn = await ask(given, writer, sessionId, text);
      if (turn === null || given.signal.aborted) break;
      sessionId = turn.sessionId;
      turns.push(turn);
    }
    given.output.result({ sessionId, turns });
  } finally {
    await writer.close();
  }
}

/** Sends messages and prints the answers. */
export const chatCommand: Command = {
  name: 'chat',
  usage: 'chat [TEXT] [--chat ID | --all]',
  about: words.about.chat,
  options: { chat: { type: 'string' }, all: { type: 'boolean' } },
  takes: () => true,
  run,
};
