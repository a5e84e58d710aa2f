import { catalogue } from '../../shared/catalogue/catalogue';
import type { ExportedMessage } from '../../shared/model/export';

const words = catalogue.exporting.file;

/** Whether a reader wants to see it: of several versions the chat's own, and of tools the results alone. */
export function isSpoken(message: ExportedMessage): boolean {
  return message.onPath && message.content.trim() !== '';
}

/** Who says it, in words. */
export function speakerName({ author, role }: ExportedMessage): string {
  return author ?? words.roles[role];
}

/** "2026-11-26 10:04", in local time: the same wherever the file is opened. */
export function dayAndTime(at: number): string {
  const date = new Date(at);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** What stands beside the speaker: when, and what is special about it. */
export function noteOf(message: ExportedMessage): string {
  const { createdAt, pinned, excluded, state, model } = message;
  return [
    dayAndTime(createdAt),
    ...(model === null || model === 'offline' ? [] : [model]),
    ...(pinned ? [words.pinned] : []),
    ...(excluded ? [words.excluded] : []),
    ...(state === 'done' ? [] : [words.states[state]]),
  ].join(' · ');
}
