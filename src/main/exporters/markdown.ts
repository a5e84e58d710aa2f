import { catalogue } from '../../shared/catalogue/catalogue';
import type { Exporter } from './exporter';
import { dayAndTime, isSpoken, noteOf, speakerName } from './spoken';

const words = catalogue.exporting.file;

/** For reading and for other programs: the chat as it stands, its summary in force, what is known of the user. */
export const markdownExporter: Exporter = {
  format: 'markdown',
  extension: 'md',
  begin: ({ exportedAt }) => `<!-- ${words.exported(dayAndTime(exportedAt))} -->\n`,
  beginChat: ({ title, createdAt }) => `\n# ${oneLine(title)}\n\n_${dayAndTime(createdAt)}_\n`,
  message: (message) =>
    isSpoken(message)
      ? `\n## ${oneLine(speakerName(message))}\n\n_${noteOf(message)}_\n\n${message.content.trimEnd()}\n`
      : '',
  endChat: (summaries) => {
    const current = summaries.find((summary) => summary.current);
    if (current === undefined) return '';
    const heading = words.summary(current.version, current.fromPosition, current.toPosition);
    return `\n---\n\n### ${heading}\n\n${current.text}\n`;
  },
  end: (facts) => {
    const held = facts.filter(({ state }) => state !== 'past');
    if (held.length === 0) return '';
    return `\n# ${words.profile}\n\n${held.map(({ text }) => `- ${oneLine(text)}`).join('\n')}\n`;
  },
};

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}
