import { createHash } from 'node:crypto';
import type { MessageId } from '../../../shared/model/ids';
import type { Role } from '../../../shared/model/message';
import { wordBands } from './word-signature';

/** What is compared of a message. */
export interface ScannedMessage {
  readonly id: MessageId;
  readonly role: Role;
  readonly content: string;
  readonly createdAt: number;
}

/** Messages that say the same; the oldest is the one to keep. */
export interface DuplicateGroup {
  readonly keeps: MessageId;
  readonly others: readonly MessageId[];
}

/** Finds messages that say the same, as they are read one after the other. */
export interface DuplicateGrouper {
  readonly add: (message: ScannedMessage) => void;
  readonly exact: () => readonly DuplicateGroup[];
  readonly near: () => readonly DuplicateGroup[];
}

/** Shorter texts ("Yes, please.") are said twice for good reasons. UTF-16 units. */
const leastCharacters = 20;

interface Member {
  readonly id: MessageId;
  readonly createdAt: number;
}

/**
 * Builds a {@link DuplicateGrouper}. Only messages of one role are compared. Exact ones agree but for case and blanks; near
 * ones share a band of words and are then compared as recall compares them (`isSame`, which reads both anew).
 */
export function createDuplicateGrouper(isSame: (a: MessageId, b: MessageId) => boolean): DuplicateGrouper {
  const byText = new Map<string, Member[]>();
  const byBand = new Map<string, MessageId>();
  const nearOf = new Map<MessageId, Member[]>();
  const firsts = new Map<MessageId, Member>();

  function addNear(message: ScannedMessage): void {
    const { id, createdAt } = message;
    const keys = wordBands(message.content).map((band) => `${message.role} ${band}`);
    const tried = new Set<MessageId>();
    for (const key of keys) {
      const first = byBand.get(key);
      if (first === undefined || tried.has(first)) continue;
      tried.add(first);
      if (!isSame(first, id)) continue;
      const held = nearOf.get(first) ?? [];
      nearOf.set(first, [...held, { id, createdAt }]);
      return;
    }
    firsts.set(id, { id, createdAt });
    for (const key of keys) if (!byBand.has(key)) byBand.set(key, id);
  }

  return {
    add: (message) => {
      const text = message.content.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();
      if (text.length < leastCharacters) return;
      const key = `${message.role} ${createHash('sha1').update(text).digest('base64')}`;
      const same = byText.get(key);
      const member = { id: message.id, createdAt: message.createdAt };
      if (same !== undefined) same.push(member);
      else {
        byText.set(key, [member]);
        addNear(message);
      }
    },
    exact: () => [...byText.values()].filter((members) => members.length > 1).map(oldestFirst),
    near: () =>
      [...nearOf].flatMap(([first, others]) => {
        const member = firsts.get(first);
        return member === undefined ? [] : [oldestFirst([member, ...others])];
      }),
  };
}

function oldestFirst(members: readonly Member[]): DuplicateGroup {
  const [keeps, ...others] = members
    .toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
  if (keeps === undefined) throw new Error('A group of duplicates has members');
  return { keeps, others };
}
