import { useRef, useState } from 'react';
import type { Preset } from '../../shared/model/preset';
import type { SessionId } from '../../shared/model/ids';
import { fillVariables, knownValues, variablesOf } from '../../shared/prompt-variables';
import { titleOf } from '../sessions/title-of';
import { modelLabel } from '../stores/model-label';
import { useApp, useSessions, useStores, useThread } from '../stores/use-stores';

/** A preset whose variables are being asked for. */
interface Pending {
  readonly preset: Preset;
  readonly names: readonly string[];
}

/** Puts presets into the field of a chat: chosen from the menu, filled, inserted. */
export function usePresets(sessionId: SessionId, focusField: () => void) {
  const { thread } = useStores();
  const setDraft = useThread((state) => state.setDraft);
  const user = useApp(({ users, start }) => activeName(users) ?? start?.user.name ?? '');
  const model = useApp(({ settings }) => modelLabel(settings).label);
  const chat = useSessions(({ opened }) => (opened?.id === sessionId ? titleOf(opened) : ''));
  const [isOpen, setOpen] = useState(false);
  const [pending, setPending] = useState<Pending | null>(null);
  /** The fields that ask have the focus once the menu is closed. */
  const asks = useRef(false);

  const insert = ({ text }: Preset, asked: ReadonlyMap<string, string>): void => {
    const values = new Map([...asked, ...knownValues(Date.now(), { user, chat, model })]);
    const before = thread.getState().drafts[sessionId] ?? '';
    const filled = fillVariables(text, values);
    setDraft(before === '' || before === '/' ? filled : `${before}\n${filled}`);
    setPending(null);
    focusField();
  };

  const choose = (preset: Preset): void => {
    const known = knownValues(0, { user, chat, model });
    const names = variablesOf(preset.text).filter((name) => !known.has(name.toLowerCase()));
    if (names.length === 0) insert(preset, new Map());
    else {
      asks.current = true;
      setPending({ preset, names });
    }
  };

  return {
    open: () => setOpen(true),
    menu: {
      isOpen,
      onOpenChange: setOpen,
      onChoose: choose,
      onClosed: () => {
        if (!asks.current) focusField();
        asks.current = false;
      },
    },
    /** The preset whose variables are to be asked for. */
    pending,
    fill: (values: ReadonlyMap<string, string>): void => {
      if (pending !== null) insert(pending.preset, values);
    },
    cancel: (): void => {
      setPending(null);
      focusField();
    },
  };
}

function activeName(list: { users: readonly { id: string; name: string }[]; activeId: string } | null) {
  return list?.users.find(({ id }) => id === list.activeId)?.name;
}
