import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { SecondLookLine } from '../../../src/renderer/thread/second-look-line';
import { catalogue } from '../../../src/shared/catalogue/catalogue';
import { AppError } from '../../../src/shared/errors';
import type { Message } from '../../../src/shared/model/message';
import type { SecondLook } from '../../../src/shared/model/second-look';
import { createFakeBridge } from '../fake-bridge';
import { renderWithStores } from '../render-with-stores';
import { snapshotOf } from '../sample-snapshot';
import { messageId, sampleMessage, sessionId, turnId } from '../samples';

const words = catalogue.secondLook;
const look: SecondLook = {
  reason: 'reply-says-missing',
  sentence: 'I don’t know.',
  queries: ['Marek'],
  found: [messageId(1)],
  firstReplyId: messageId(4),
  firstTokens: { estimated: 1_200, reported: null },
};

function show(secondLook: SecondLook, firstAnswer: () => Message | null) {
  const bridge = createFakeBridge({ 'chat.firstAnswer': firstAnswer });
  const shown = renderWithStores(bridge, <SecondLookLine turnId={turnId} sessionId={sessionId} />);
  const report = {
    query: 'q',
    candidates: [],
    floor: 0,
    topK: 5,
    tokenBudget: 100,
    mode: 'keyword',
    degraded: null,
  } as const;
  const snapshot = snapshotOf([], { recall: { ...report, secondLook } });
  act(() => shown.stores.thread.setState({ snapshots: { [turnId]: snapshot } }));
  const open = () =>
    act(async () => {
      fireEvent.click(screen.getByRole('button', { name: words.showFirst }));
      await Promise.resolve();
    });
  return { ...shown, open };
}

describe('the line above an answer that was given again', () => {
  afterEach(cleanup);

  it('tells what was found and shows the first answer, with its price, when asked', async () => {
    const { open } = show(look, () => sampleMessage(4, { content: 'I don’t know.' }));
    expect(screen.getByText(words.again(1))).toBeTruthy();
    expect(screen.queryByTestId('first-answer')).toBeNull();
    await open();
    expect(screen.getByTestId('first-answer').textContent).toContain('I don’t know.');
    expect(screen.getByTestId('first-answer').textContent).toContain(words.costEstimated('1,200'));
    fireEvent.click(screen.getByRole('button', { name: words.hideFirst }));
    expect(screen.queryByTestId('first-answer')).toBeNull();
  });

  it.each([
    [words.firstGone, () => null],
    [
      words.firstFailed,
      (): Message | null => {
        throw new AppError('server', 'No.');
      },
    ],
  ] satisfies readonly (readonly [string, () => Message | null])[])(
    'says “%s” where there is nothing to show',
    async (text, answer) => {
      const { open } = show(look, answer);
      await open();
      expect(screen.getByTestId('first-answer').textContent).toContain(text);
    },
  );

  it('is not there where nothing new was found, and has no first answer where that stands or never was', () => {
    show({ ...look, found: [] }, () => null);
    expect(screen.queryByTestId('second-look')).toBeNull();
    cleanup();
    show({ ...look, firstReplyId: null, firstTokens: null }, () => null);
    expect(screen.getByText(words.stands(1))).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
    cleanup();
    show({ ...look, reason: 'nothing-found', firstReplyId: null, firstTokens: null }, () => null);
    expect(screen.getByText(words.beforeReply(1))).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });
});
