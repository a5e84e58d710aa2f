import { useEffect, useState } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import {
  bindingsOf,
  shortcutIds,
  writeBinding,
  type Binding,
  type OwnBindings,
  type ShortcutId,
} from '../../shared/key-bindings';
import { bindingOf, isBindable, type KeyPress } from '../binding';
import { useApp } from '../stores/use-stores';
import { Button } from '../ui/button';
import { KeyCaps } from '../ui/key-caps';
import { useCaps } from '../use-bindings';
import styles from './settings-pane.module.css';

const words = catalogue.settings;

/** Why keys cannot be given to a shortcut, in words; null where they can. */
function problemOf(id: ShortcutId, binding: Binding, own: OwnBindings): string | null {
  if (!isBindable(binding)) return words.keysUnusable;
  const bindings = bindingsOf(own);
  const text = writeBinding(binding);
  const owner = shortcutIds.find((each) => {
    const held = bindings[each];
    if (each === id || held === null) return false;
    const isDigit = held.key === 'digit' && writeBinding({ ...held, key: binding.key }) === text;
    return writeBinding(held) === text || (isDigit && /^[1-9]$/.test(binding.key));
  });
  return owner === undefined ? null : words.keysTaken(catalogue.app.shortcuts[owner]);
}

interface RecorderProps {
  readonly id: ShortcutId;
  readonly onDone: () => void;
}

/** Waits for a combination and keeps it; Esc leaves everything as it is. */
function Recorder({ id, onDone }: RecorderProps) {
  const own = useApp((state) => state.settings?.shortcuts);
  const isMac = useApp((state) => state.start?.platform === 'darwin');
  const changeSettings = useApp((state) => state.changeSettings);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    const take = (press: KeyPress): void => {
      const binding = bindingOf(press, isMac);
      if (binding === null) return;
      if (writeBinding(binding) === 'escape') {
        onDone();
        return;
      }
      const refused = problemOf(id, binding, own ?? {});
      setProblem(refused);
      if (refused !== null) return;
      void changeSettings({ shortcuts: { ...own, [id]: writeBinding(binding) } });
      onDone();
    };
    // Before anything else hears of the keys, so that they do nothing but this.
    const pressed = (event: KeyboardEvent): void => {
      event.preventDefault();
      event.stopPropagation();
      take(event);
    };
    window.addEventListener('keydown', pressed, true);
    return () => window.removeEventListener('keydown', pressed, true);
  }, [changeSettings, id, isMac, onDone, own]);
  return (
    <span className={styles.recorder} role="status" data-bad={problem !== null}>
      {problem ?? words.pressKeys}
    </span>
  );
}

interface ShortcutRowProps {
  readonly id: ShortcutId;
}

/** One shortcut: what it does, its keys, and the ways to others. */
export function ShortcutRow({ id }: ShortcutRowProps) {
  const [isRecording, setRecording] = useState(false);
  const own = useApp((state) => state.settings?.shortcuts);
  const changeSettings = useApp((state) => state.changeSettings);
  const caps = useCaps(id);
  const name = catalogue.app.shortcuts[id];
  const reset = (): void => {
    const { [id]: _own, ...others } = own ?? {};
    void changeSettings({ shortcuts: others });
  };
  return (
    <li className={styles.shortcut} data-testid="shortcut" data-shortcut={id}>
      <span className={styles.shortcutName}>{name}</span>
      {isRecording ? (
        <Recorder id={id} onDone={() => setRecording(false)} />
      ) : (
        <>
          <span className="visually-hidden">{caps.length === 0 ? words.noKeys : caps.join(' ')}</span>
          <KeyCaps keys={caps} />
        </>
      )}
      {own?.[id] !== undefined && (
        <Button aria-label={words.resetKeysOf(name)} onClick={reset}>
          {words.resetKeys}
        </Button>
      )}
      {id !== 'chatByNumber' && (
        <Button aria-label={words.changeKeysOf(name)} onClick={() => setRecording(!isRecording)}>
          {isRecording ? catalogue.app.cancel : words.changeKeys}
        </Button>
      )}
    </li>
  );
}
