/**
 * For a dialog's opening: gives the focus to the panel itself, so that no button in it opens its tooltip or takes
 * the next Enter.
 */
export function focusPanel(event: Event): void {
  event.preventDefault();
  if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
}
