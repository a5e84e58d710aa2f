import { randomUUID } from 'node:crypto';
import type { ToolCall } from '../../shared/model/message-metadata';

/** A piece of a call, as streams send it; whatever a server leaves out is empty or null. */
export interface CallFragment {
  /** Which call it belongs to; null where the server does not number them. */
  readonly index: number | null;
  readonly id: string;
  readonly name: string;
  readonly arguments: string;
}

/** Characters of arguments a call may have; a server that sends more is not sending arguments. */
const mostArguments = 200_000;

/** Puts the calls of one answer together from their pieces. */
export function createCallCollector(): {
  readonly add: (fragments: readonly CallFragment[]) => void;
  readonly calls: () => readonly ToolCall[];
} {
  const open: { key: string; id: string; name: string; arguments: string }[] = [];
  const find = ({ index, id, name }: CallFragment) => {
    const last = open.at(-1);
    // Some servers number nothing, or number every call 0: a new id, or a new name, is then a new call.
    const key = index === null ? '' : String(index);
    const same = index === null ? last : open.findLast((call) => call.key === key);
    const isNew = same === undefined || (id !== '' && same.id !== '' && id !== same.id);
    if (!isNew && !(index === null && id === '' && name !== '' && same.arguments !== '')) return same;
    const call = { key, id: '', name: '', arguments: '' };
    open.push(call);
    return call;
  };
  return {
    add: (fragments) => {
      for (const fragment of fragments) {
        const call = find(fragment);
        call.id ||= fragment.id;
        // Some servers repeat the whole name with every piece.
        if (call.name !== fragment.name) call.name += fragment.name;
        if (call.arguments.length < mostArguments) call.arguments += fragment.arguments;
      }
    },
    calls: () => {
      const seen = new Set<string>();
      return open
        .filter(({ name }) => name !== '')
        .map((call) => {
          const id = call.id === '' || seen.has(call.id) ? `call_${randomUUID().slice(0, 8)}` : call.id;
          seen.add(id);
          return { id, name: call.name, arguments: call.arguments.trim() === '' ? '{}' : call.arguments };
        });
    },
  };
}
