import type { ExportedMessage } from '../../shared/model/export';
import type { WholeChat } from '../memory/ports/conversation-import';
import type { TreeNode } from './read-each';

/**
 * All the branches of a tree of messages, each message after the one it follows; null where there is but one branch,
 * whose messages say all. Nodes without words are passed over: what follows them follows what they follow.
 */
export function wholeTree(
  nodes: ReadonlyMap<string, TreeNode>,
  last: string | null,
  chat: Pick<WholeChat['chat'], 'id' | 'title' | 'createdAt'>,
): WholeChat | null {
  const children = new Map<string | null, string[]>();
  for (const [id, { parent }] of nodes) {
    const above = parent !== null && nodes.has(parent) ? parent : null;
    children.set(above, [...(children.get(above) ?? []), id]);
  }
  const messages: ExportedMessage[] = [];
  const spoken = new Map<string, string | null>();
  const open = (children.get(null) ?? []).toReversed();
  const seen = new Set<string>();
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const node = nodes.get(id);
    const above =
      node?.parent === undefined || node.parent === null ? null : (spoken.get(node.parent) ?? null);
    const message = node?.message ?? null;
    spoken.set(id, message === null ? above : id);
    if (message !== null) messages.push({ ...message, id, parentId: above, ...ordinary });
    open.push(...(children.get(id) ?? []).toReversed());
  }
  const parents = messages.map(({ parentId }) => parentId);
  if (new Set(parents).size === parents.length) return null;
  const headId = last === null ? null : (spoken.get(last) ?? null);
  const updatedAt = messages.reduce((latest, { createdAt }) => Math.max(latest, createdAt), chat.createdAt);
  return { chat: { ...chat, ...plain, updatedAt, headId }, messages };
}

const ordinary = {
  state: 'done',
  provenance: 'imported',
  error: null,
  metadata: null,
  model: null,
  pinned: false,
  excluded: false,
  superseded: false,
  onPath: false,
} as const;

const plain = {
  pinned: false,
  folder: null,
  archived: false,
  recallScope: 'session',
  strategy: 'hybrid',
} as const;
