import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { SettingsPane } from '../../../src/renderer/settings/settings-pane';
import type { SettingsTab } from '../../../src/renderer/stores/app-store';
import { MemoryTab } from '../../../src/renderer/settings/memory-tab';
import { AppError } from '../../../src/shared/errors';
import { standardBudgets } from '../../../src/shared/settings';
import { sampleSession } from '../samples';
import { chat, press, renderSettings, samplePreview, settle } from './render-settings';

const number = (name: string) => screen.getByRole<HTMLInputElement>('spinbutton', { name });
const slider = (name: string) => screen.getByRole<HTMLInputElement>('slider', { name });
const save = () => screen.getByTestId<HTMLButtonElement>('budgets-save');
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });
const write = (name: string, value: string) => fireEvent.change(number(name), { target: { value } });
const preview = () => screen.getByTestId('budgets-preview').textContent;
const refused = (): never => {
  throw new AppError('unexpected', 'The disk is full.');
};

afterEach(cleanup);

describe('how memory works', () => {
  it('stores what new chats start with as soon as it is chosen', async () => {
    const { inputs } = await renderSettings(<MemoryTab />);
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /^Hybrid/ }).checked).toBe(true);
    await press(screen.getByRole('radio', { name: /^Recall and recent/ }));
    expect(inputs('settings.set')).toEqual([{ strategy: 'retrieval' }]);
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /^Recall and recent/ }).checked).toBe(true);
  });

  it('offers all five strategies', async () => {
    await renderSettings(<MemoryTab />);
    const choices = within(screen.getByRole('group', { name: 'How memory works' }));
    expect(choices.getAllByRole('radio')).toHaveLength(5);
  });

  it('changes the strategy of the open chat alone', async () => {
    const { inputs } = await renderSettings(<MemoryTab />);
    fireEvent.change(screen.getByLabelText('“Trip” uses'), { target: { value: 'buffer' } });
    await settle();
    expect(inputs('sessions.update')).toEqual([{ sessionId: chat.id, strategy: 'buffer' }]);
    expect(inputs('settings.set')).toEqual([]);
    expect(screen.getByLabelText<HTMLSelectElement>('“Trip” uses').value).toBe('buffer');
  });

  it('speaks of no chat while none is open', async () => {
    await renderSettings(<MemoryTab />, { session: null });
    expect(screen.queryByRole('combobox')).toBeNull();
  });
});

describe('budgets', () => {
  it('shows every figure in a slider and in a field, and cannot be saved unchanged', async () => {
    await renderSettings(<MemoryTab />);
    for (const [name, value] of [
      ['Window', '8000'],
      ['System prompt', '600'],
      ['Recent messages at most', '20'],
      ['Summarise at % of the window', '50'],
    ] as const) {
      expect(number(name).value).toBe(value);
      expect(slider(name)).toBeTruthy();
    }
    expect(save().disabled).toBe(true);
    expect(button('Undo').disabled).toBe(true);
  });

  it('counts what is not saved, and takes it back', async () => {
    const { inputs } = await renderSettings(<MemoryTab />);
    fireEvent.change(slider('Summary'), { target: { value: '700' } });
    write('Profile', '300');
    expect(screen.getByText('2 unsaved changes')).toBeTruthy();
    await press(button('Undo'));
    expect(number('Summary').value).toBe('500');
    expect(screen.queryByText(/unsaved/)).toBeNull();
    expect(inputs('settings.set')).toEqual([]);
  });

  it('saves what was changed, and nothing is unsaved then', async () => {
    const { inputs } = await renderSettings(<MemoryTab />);
    write('Summarise at % of the window', '35');
    expect(save().disabled).toBe(false);
    await press(save());
    expect(inputs('settings.set')).toEqual([{ budgets: { ...standardBudgets, summaryTrigger: 0.35 } }]);
    expect(screen.queryByText(/unsaved/)).toBeNull();
    expect(number('Summarise at % of the window').value).toBe('35');
  });

  it('keeps the changes where they could not be stored', async () => {
    await renderSettings(<MemoryTab />, { setSettings: refused });
    write('Profile', '300');
    await press(save());
    expect(number('Profile').value).toBe('300');
    expect(screen.getByText('1 unsaved change')).toBeTruthy();
    expect(save().disabled).toBe(false);
  });

  it('names what is left for recent messages, and is off until it fits', async () => {
    await renderSettings(<MemoryTab />);
    expect(screen.getByText('3,500')).toBeTruthy();
    write('Recalled', '6000');
    const box = within(screen.getByTestId('budget-problems'));
    expect(box.getByText(/add up to 9,556, 1,556 more than the window/)).toBeTruthy();
    expect(save().disabled).toBe(true);
    await press(box.getByRole('button', { name: 'Set recalled to 4,444' }));
    expect(number('Recalled').value).toBe('4444');
    expect(screen.queryByTestId('budget-problems')).toBeNull();
    expect(save().disabled).toBe(false);
  });

  it('lets a figure be saved that it only warns of', async () => {
    await renderSettings(<MemoryTab />);
    write('Summarise at % of the window', '70');
    expect(screen.getByTestId('budget-problems').textContent).toContain('30–50 %');
    expect(save().disabled).toBe(false);
  });

  it('goes back to the standard figures, to be saved', async () => {
    const { inputs } = await renderSettings(<MemoryTab />);
    write('Profile', '300');
    await press(save());
    await press(button('Back to standard'));
    expect(number('Profile').value).toBe('400');
    await press(save());
    expect(inputs('settings.set').at(-1)).toEqual({ budgets: standardBudgets });
  });
});

describe('what a change of the budgets would mean', () => {
  it('asks to open a chat while none is, and asks main nothing', async () => {
    const { inputs } = await renderSettings(<MemoryTab />, { session: null });
    expect(preview()).toContain('Open a chat');
    expect(inputs('chat.previewWith')).toEqual([]);
  });

  it('says in words what would be sent, against what is sent now', async () => {
    const recall = { quotes: 1, tokens: 600 };
    const then = samplePreview({ buffer: [181, 200], waitingMessages: 20, recall });
    const { inputs, rest } = await renderSettings(<MemoryTab />, { previewWith: () => then });
    write('Recent messages at most', '30');
    await rest();
    expect(preview()).toContain('In “Trip”: messages 181–200 are sent as they are (now 187–200)');
    expect(preview()).toContain('the summary covers 1–160; 20 messages wait for a summary; 2,400 of 8,000');
    expect(preview()).toContain(', and up to 1 recalled quote (at most 600 tokens) for a question.');
    expect(inputs('chat.previewWith').at(-1)).toEqual({
      sessionId: chat.id,
      strategy: 'hybrid',
      budgets: { ...standardBudgets, bufferMessageLimit: 30 },
    });
  });

  it('asks once for figures that are dragged', async () => {
    const { inputs, rest } = await renderSettings(<MemoryTab />);
    const before = inputs('chat.previewWith').length;
    for (const value of ['600', '700', '800']) fireEvent.change(slider('Summary'), { target: { value } });
    await rest();
    expect(inputs('chat.previewWith')).toHaveLength(before + 1);
  });

  it('drops an answer that a newer question has overtaken', async () => {
    const answers: ((answer: ReturnType<typeof samplePreview>) => void)[] = [];
    const { rest } = await renderSettings(<MemoryTab />, {
      previewWith: () => new Promise((resolve) => answers.push(resolve)),
    });
    write('Recent messages at most', '10');
    await rest();
    write('Recent messages at most', '30');
    await rest();
    answers[3]?.(samplePreview({ buffer: [171, 200] }));
    await settle();
    answers[2]?.(samplePreview({ buffer: [191, 200] }));
    await settle();
    expect(preview()).toContain('171–200');
  });

  it('says so where it could not be worked out', async () => {
    await renderSettings(<MemoryTab />, { previewWith: refused });
    expect(preview()).toContain('could not be worked out');
  });

  it('compares with what is sent since the change was saved', async () => {
    let isSaved = false;
    const wide = samplePreview({ buffer: [181, 200] });
    const { rest } = await renderSettings(<MemoryTab />, {
      setSettings: () => {
        isSaved = true;
      },
      preview: () => (isSaved ? wide : samplePreview()),
      previewWith: () => wide,
    });
    write('Recent messages at most', '30');
    await rest();
    await press(save());
    await rest();
    expect(preview()).not.toContain('now 187–200');
  });

  it('never shows one chat’s context under the title of another', async () => {
    const other = sampleSession(2, { title: 'Tax' });
    const { stores, rest } = await renderSettings(<MemoryTab />, {
      sessions: [chat, other],
      previewWith: ({ sessionId }) =>
        sessionId === chat.id ? samplePreview() : new Promise(() => undefined),
    });
    expect(preview()).toContain('187–200');
    await act(() => stores.sessions.getState().select(other.id));
    await rest();
    expect(preview()).not.toContain('In “Tax”: messages 187–200');
  });

  it('does not stand by a preview of figures that do not fit', async () => {
    const { rest } = await renderSettings(<MemoryTab />);
    write('Recalled', '50000');
    await rest();
    expect(preview()).not.toContain('187–200');
  });
});

describe('writing a figure', () => {
  it('lets a field be emptied to write another figure', async () => {
    await renderSettings(<MemoryTab />);
    write('Window', '');
    expect(number('Window').value).toBe('');
  });

  it('keeps unsaved changes while another tab is looked at', async () => {
    const { stores } = await renderSettings(<SettingsPane />);
    const show = async (tab: SettingsTab): Promise<void> => {
      act(() => stores.app.getState().showSettings(tab));
      await settle();
    };
    await show('memory');
    write('Profile', '300');
    await show('general');
    await show('memory');
    expect(number('Profile').value).toBe('300');
  });
});
