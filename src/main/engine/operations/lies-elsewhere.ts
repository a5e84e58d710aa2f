import type { ContextBlock } from '../../../shared/model/snapshot';

/** Whether the words of a block lie in the log or in a summary, so that its snapshot does not store them a second time. */
export function liesElsewhere({
  kind,
  sources,
  summaryId,
}: Pick<ContextBlock, 'kind' | 'sources' | 'summaryId'>): boolean {
  return (sources.length > 0 && kind !== 'profile') || summaryId !== null;
}
