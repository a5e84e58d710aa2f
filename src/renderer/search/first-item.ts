import type { HitView } from './hit-groups';

/** The item of the list that Enter opens while none was chosen; empty where nothing was found. */
export function firstItem({ titles, facts, groups }: HitView): string {
  const [title] = titles;
  if (title !== undefined) return `title:${title.id}`;
  const [fact] = facts;
  if (fact !== undefined) return `fact:${fact.factId}`;
  const [group] = groups;
  const message = group?.messages[0];
  if (message !== undefined) return `message:${message.messageId}`;
  const summary = group?.summaries[0];
  return summary === undefined ? '' : `summary:${summary.summaryId}`;
}
