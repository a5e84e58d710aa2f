/** The id by which a shortcut finds the search field. */
export const searchFieldId = 'search-chats';
/** The id by which the field finds its hits. */
export const searchHitsId = 'search-hits';

function hitsNow(): readonly HTMLButtonElement[] {
  return [...(document.getElementById(searchHitsId)?.querySelectorAll('button') ?? [])];
}

/** Goes back from the hits to the field; answers whether there is one. */
export function focusSearchField(): boolean {
  const field = document.getElementById(searchFieldId);
  field?.focus();
  return field !== null;
}

/** Goes from the field to the first hit; answers whether there is one. */
export function focusFirstHit(): boolean {
  const [first] = hitsNow();
  first?.focus();
  return first !== undefined;
}

/** Opens the first hit from the field; answers whether there is one. */
export function openFirstHit(): boolean {
  const [first] = hitsNow();
  first?.click();
  return first !== undefined;
}

/** Moves the focus among the hits by one key, and from the first one up to the field; answers whether it did. */
export function moveInHits(key: string): boolean {
  const hits = hitsNow();
  const index = hits.findIndex((hit) => hit === document.activeElement);
  if (key === 'ArrowUp' && index <= 0) return focusSearchField();
  const target = { ArrowUp: index - 1, ArrowDown: index + 1, Home: 0, End: hits.length - 1 }[key];
  if (target === undefined) return false;
  hits[Math.min(target, hits.length - 1)]?.focus();
  return true;
}
