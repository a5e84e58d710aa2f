import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { BackupsCard } from '../../../src/renderer/settings/backups-card';
import { catalogue } from '../../../src/shared/catalogue/catalogue';
import { AppError } from '../../../src/shared/errors';
import type { BackupView, CopyProgress } from '../../../src/shared/model/backup';
import { createFakeBridge } from '../fake-bridge';
import { renderWithStores } from '../render-with-stores';
import { settle } from './render-settings';

const words = catalogue.backups;
const made: BackupView = { name: 'engram-backup-x.db', kind: 'scheduled', bytes: 2_000_000, createdAt: 0 };

/** The card over a main that copies until it is told how that ends. */
async function show() {
  const main = { copying: null as CopyProgress | null, backups: [] as readonly BackupView[] };
  let end: (outcome: 'made' | 'cancelled') => void = () => undefined;
  const bridge = createFakeBridge({
    'backups.list': () => main.backups,
    'backups.progress': () => main.copying,
    'backups.make': () =>
      new Promise((resolve, reject) => {
        end = (outcome) => {
          main.copying = null;
          if (outcome === 'made') resolve((main.backups = [made]));
          else reject(new AppError('cancelled', 'Ended.'));
        };
      }),
    'backups.cancel': () => {
      end('cancelled');
      return null;
    },
  });
  const shown = renderWithStores(bridge, <BackupsCard />);
  await settle();
  const look = () => act(() => shown.stores.app.getState().loadCopying());
  return { ...shown, main, look, finish: () => end('made') };
}

const button = (name: string): HTMLElement => screen.getByRole('button', { name });

describe('the backups of the settings', () => {
  afterEach(cleanup);

  it('tell how far a copy is, then that it is being checked, then list it', async () => {
    const { main, look, finish } = await show();
    fireEvent.click(button(words.make));
    main.copying = { phase: 'copying', done: 250, total: 1_000 };
    await look();
    expect(screen.getByTestId('copying').textContent).toContain(words.copied('25.0%'));
    main.copying = { phase: 'checking', done: 0, total: 0 };
    await look();
    expect(screen.getByTestId('copying').textContent).toContain(words.checking);
    finish();
    await settle();
    await look();
    expect(screen.queryByTestId('copying')).toBeNull();
    expect(screen.getAllByTestId('backup-row')).toHaveLength(1);
  });

  it('end a copy that is not wanted after all, without a complaint', async () => {
    const { main, look } = await show();
    fireEvent.click(button(words.make));
    main.copying = { phase: 'copying', done: 1, total: 1_000 };
    await look();
    fireEvent.click(button(words.stop));
    await settle();
    await look();
    expect(screen.queryByTestId('copying')).toBeNull();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByText(words.none)).toBeDefined();
  });

  it('show a copy that is made by itself too, and list it once it is there', async () => {
    const { main, look } = await show();
    main.copying = { phase: 'copying', done: 500, total: 1_000 };
    await look();
    expect(screen.getByTestId('copying')).toBeDefined();
    for (const name of [words.making, words.saveArchive, words.openArchive]) {
      expect(button(name)).toHaveProperty('disabled', true);
    }
    main.copying = null;
    main.backups = [made];
    await look();
    expect(screen.getAllByTestId('backup-row')).toHaveLength(1);
  });
});
