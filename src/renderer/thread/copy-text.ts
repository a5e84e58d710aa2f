/**
 * Puts text on the clipboard; false where that failed. Through a selection, since the page is denied every permission,
 * that of the clipboard's newer interface among them. Works only while a click or a key is being handled.
 */
export function copyText(text: string): boolean {
  const focused = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.className = 'visually-hidden';
  document.body.append(field);
  field.focus();
  field.select();
  try {
    // Deprecated, and the only way that asks for no permission.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    return document.execCommand('copy');
  } finally {
    field.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
}
