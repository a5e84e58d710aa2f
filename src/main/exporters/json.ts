import { exportMark } from '../../shared/model/export';
import type { Exporter } from './exporter';

/** Everything, to be read by this program again: docs/export-format.md describes it. */
export const jsonExporter: Exporter = {
  format: 'json',
  extension: 'json',
  begin: ({ exportedAt, version }) => {
    const head = { ...exportMark, program: `Engram ${version}`, exportedAt };
    return `${JSON.stringify(head).slice(0, -1)},"chats":[`;
  },
  beginChat: (chat, isFirst) => `${isFirst ? '' : ','}\n${JSON.stringify(chat).slice(0, -1)},"messages":[`,
  message: (message, isFirst) => `${isFirst ? '' : ','}\n${JSON.stringify(message)}`,
  endChat: (summaries) => `],"summaries":${JSON.stringify(summaries)}}`,
  end: (facts) => `],\n"profile":${JSON.stringify(facts)}}\n`,
};
