import { JSONParser } from '@streamparser/json';
import { catalogue } from '../../shared/catalogue/catalogue';
import { AppError } from '../../shared/errors';
import { exportMark } from '../../shared/model/export';

/** One JSON value of a file, or a part of it that is none. */
export type StreamedValue = { readonly kind: 'value'; readonly value: unknown } | { readonly kind: 'broken' };

/** A single value, or a line, longer than this cannot be held in memory. UTF-16 units. */
const maxHeld = 200 * 1024 * 1024;
/** As much of a file as tells what it is. */
const headCharacters = 4_096;

type Text = AsyncGenerator<string, undefined>;

/**
 * The values of a file as they are read, one at a time in memory: the elements of a list, the chats of our own export (each in an
 * export of its own), one value a line, or one value that is the whole file. Errors: `import-failed`.
 */
export async function* streamValues(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<StreamedValue> {
  const text = decode(bytes);
  const head = await readHead(text);
  const rest = joined(head, text);
  const mark = ownMark(head);
  if (head.trimStart().startsWith('[')) yield* elements(rest, '$.*', (value) => value);
  else if (mark !== null) {
    // Its version is told even where it holds no chat.
    yield { kind: 'value', value: { ...mark, chats: [] } };
    yield* elements(rest, '$.chats.*', (chat) => ({ ...mark, chats: [chat] }));
  } else if (isText(head)) yield* wholeText(rest);
  else yield* lines(rest);
}

/** Whether a file is text for people rather than JSON: its first line begins as no value does. */
function isText(head: string): boolean {
  const line = head.replace(/^\uFEFF/u, '').trimStart();
  return /^(?:#{1,6} |<!--|---\n|[*_]{1,2}\p{L}|>|\p{L}[\p{L} ]{0,40}:)/u.test(line);
}

/** A file that is text, as one value that says so. */
async function* wholeText(text: AsyncIterable<string>): AsyncGenerator<StreamedValue> {
  let held = '';
  for await (const piece of text) {
    held += piece;
    if (held.length > maxHeld) throw new AppError('import-failed', catalogue.main.importing.tooLarge);
  }
  yield { kind: 'value', value: { markdown: held } };
}

/** UTF-8 in pieces, without the mark some programs write first. */
async function* decode(bytes: AsyncIterable<Uint8Array>): Text {
  const decoder = new TextDecoder();
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
  return undefined;
}

async function readHead(text: Text): Promise<string> {
  let head = '';
  while (head.trimStart().length < headCharacters) {
    const next = await text.next();
    if (next.done === true) break;
    head += next.value;
  }
  return head;
}

async function* joined(head: string, text: Text): Text {
  yield head;
  for (;;) {
    const next = await text.next();
    if (next.done === true) return undefined;
    yield next.value;
  }
}

const ownFormat = new RegExp(`^\\s*\\{\\s*"format"\\s*:\\s*"${exportMark.format}"`, 'u');
const ownVersion = /"version"\s*:\s*(\d+)/u;

/** What our own export begins with, where a file is one. */
function ownMark(head: string): { readonly format: string; readonly version: number } | null {
  if (!ownFormat.test(head)) return null;
  return { format: exportMark.format, version: Number(ownVersion.exec(head)?.[1] ?? 0) };
}

/** Elements at a path, as soon as each is complete; what cannot be read ends the file. */
async function* elements(
  text: AsyncIterable<string>,
  path: string,
  wrap: (value: unknown) => unknown,
): AsyncGenerator<StreamedValue> {
  const parser = new JSONParser({ paths: [path], keepStack: false });
  const ready: unknown[] = [];
  const state = { isBroken: false };
  parser.onValue = ({ value }) => ready.push(value);
  parser.onError = () => {
    state.isBroken = true;
  };
  for await (const piece of text) {
    if (!parser.isEnded) parser.write(piece);
    yield* ready.splice(0).map((value) => ({ kind: 'value' as const, value: wrap(value) }));
    if (state.isBroken) break;
  }
  if (state.isBroken || !parser.isEnded) yield { kind: 'broken' };
}

/** One value a line; a file whose first line is none is one value as a whole, where it is one at all. */
async function* lines(text: AsyncIterable<string>): AsyncGenerator<StreamedValue> {
  let held = '';
  let isByLine: boolean | null = null;
  for await (const piece of text) {
    held += piece;
    if (held.length > maxHeld) throw new AppError('import-failed', catalogue.main.importing.tooLarge);
    if (isByLine === false || !piece.includes('\n')) continue;
    const complete = held.slice(0, held.lastIndexOf('\n')).split('\n').filter(isFull);
    isByLine ??= complete.length === 0 ? null : parse(complete[0] ?? '').kind === 'value';
    if (isByLine !== true) continue;
    held = held.slice(held.lastIndexOf('\n') + 1);
    yield* complete.map(parse);
  }
  if (isByLine === true) yield* [held].filter(isFull).map(parse);
  else yield* wholeOrLines(held);
}

function wholeOrLines(held: string): readonly StreamedValue[] {
  const whole = parse(held);
  if (whole.kind === 'value') return [whole];
  return held.split('\n').filter(isFull).map(parse);
}

function isFull(line: string): boolean {
  return line.trim() !== '';
}

function parse(text: string): StreamedValue {
  try {
    return { kind: 'value', value: JSON.parse(text) };
  } catch {
    return { kind: 'broken' };
  }
}
