import { useEffect, useState, type RefObject } from 'react';
import type { FlatIndexLocationWithAlign, ListRange, VirtuosoHandle } from 'react-virtuoso';
import type { Message } from '../../shared/model/message';
import type { Arrival } from '../stores/thread-state';
import { useStores, useThread } from '../stores/use-stores';
import type { Follower } from './follower';
import { useOpening } from './use-opening';

/** Where in the window a list arrives; null for its end. */
function locationOf(arrival: Arrival, messages: readonly Message[]): FlatIndexLocationWithAlign | null {
  if (arrival.kind === 'bottom') return null;
  const index = messages.findIndex((message) => message.id === arrival.messageId);
  if (index < 0) return null;
  if (arrival.kind === 'source') return { index, align: 'center' };
  return { index, align: 'start', offset: arrival.offset };
}

/**
 * Sends a list to where each arrival leads, the first as it opens. Returns who is told of the items that are drawn; `tell` hears of
 * them once the list is at rest.
 */
export function useArrivals(
  list: RefObject<VirtuosoHandle | null>,
  follower: Follower,
  tell: (range: ListRange) => void,
): (range: ListRange) => void {
  const { thread } = useStores();
  const arrival = useThread((state) => state.arrival);
  const [start] = useState(arrival);
  const [send] = useState(() => (next: Arrival): void => {
    const place = locationOf(next, thread.getState().window.messages);
    follower.follow(place === null);
    if (place === null) follower.toEnd();
    else list.current?.scrollToIndex(place);
  });

  // From the first drawing on: what is opened elsewhere does not follow the end in between.
  useEffect(() => follower.follow(start.kind === 'bottom'), [follower, start]);

  useEffect(() => {
    if (arrival.token !== start.token) send(arrival);
  }, [arrival, send, start]);

  return useOpening(() => send(start), tell);
}
