import type { Message } from '../../shared/model/message';
import type { Place } from '../stores/thread-state';

/** The first message in view and how far its top lies above the scroller's edge; null where none is drawn. */
export function firstInView(scroller: HTMLElement, messages: readonly Message[]): Place | null {
  const edge = scroller.getBoundingClientRect().top;
  for (const element of scroller.querySelectorAll<HTMLElement>('[data-item-message]')) {
    const box = element.getBoundingClientRect();
    if (box.bottom <= edge + 1) continue;
    const message = messages.find((each) => each.id === element.dataset.itemMessage);
    return message === undefined ? null : { messageId: message.id, offset: Math.round(edge - box.top) };
  }
  return null;
}
