import { Pencil, Pin, PinOff, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { Fact } from '../../shared/model/profile';
import { titleOf } from '../sessions/title-of';
import { useMemory, useNavigation } from '../stores/use-stores';
import { IconButton } from '../ui/button';
import { formatDay } from '../ui/formats';
import { Tag } from '../ui/tag';
import { useToday } from '../ui/use-today';
import { FactField } from './fact-field';
import { factElementId } from './fact-groups';
import pane from './memory-pane.module.css';
import styles from './profile-tab.module.css';

const words = catalogue.profile;

/** When a fact held, in words; empty where nobody knows. */
function Times({ fact }: { readonly fact: Fact }) {
  const today = useToday();
  const { validFrom, validTo } = fact;
  const from = validFrom === null ? null : formatDay(validFrom, today);
  const to = validTo === null ? null : formatDay(validTo, today);
  if (from !== null && to !== null) return <span className={pane.quiet}>{words.between(from, to)}</span>;
  if (to !== null) return <span className={pane.quiet}>{words.until(to)}</span>;
  return from === null ? null : <span className={pane.quiet}>{words.since(from)}</span>;
}

function Evidence({ fact }: { readonly fact: Fact }) {
  const { openChat } = useNavigation();
  return (
    <ul className={styles.evidence}>
      {fact.evidence.map(({ messageId, sessionId, sessionTitle, position }) => {
        const chat = titleOf({ title: sessionTitle });
        return (
          <li key={messageId}>
            <button
              type="button"
              className={styles.chip}
              data-testid="fact-evidence"
              aria-label={words.goTo(position, chat)}
              onClick={() => void openChat(sessionId, messageId)}
            >
              {words.evidence(position, chat)}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function Actions({ fact, onEdit }: { readonly fact: Fact; readonly onEdit: () => void }) {
  const pinFact = useMemory((state) => state.pinFact);
  const deleteFact = useMemory((state) => state.deleteFact);
  const { id, pinned, text } = fact;
  return (
    <span className={styles.actions}>
      <IconButton
        label={pinned ? words.unpin(text) : words.pin(text)}
        onClick={() => void pinFact(id, !pinned)}
      >
        {pinned ? <PinOff size={14} aria-hidden="true" /> : <Pin size={14} aria-hidden="true" />}
      </IconButton>
      <IconButton label={words.edit(text)} onClick={onEdit}>
        <Pencil size={14} aria-hidden="true" />
      </IconButton>
      <IconButton label={words.remove(text)} onClick={() => void deleteFact(fact)}>
        <Trash2 size={14} aria-hidden="true" />
      </IconButton>
    </span>
  );
}

function Editor({ fact, onClose }: { readonly fact: Fact; readonly onClose: () => void }) {
  const editFact = useMemory((state) => state.editFact);
  return (
    <FactField
      label={words.editField(fact.text)}
      initial={fact.text}
      isNew={false}
      onSave={(text) => editFact(fact.id, text)}
      onClose={onClose}
    />
  );
}

/** One fact: its words, since when, how sure, what it rests on, and what can be done with it. */
export function FactRow({ fact }: { readonly fact: Fact }) {
  const [isEditing, setEditing] = useState(false);
  const percent = `${Math.round(fact.confidence * 100)}%`;
  return (
    // Focused when a search leads to it.
    <li
      id={factElementId(fact.id)}
      tabIndex={-1}
      className={styles.fact}
      data-testid="fact"
      data-state={fact.state}
    >
      {isEditing ? (
        <Editor fact={fact} onClose={() => setEditing(false)} />
      ) : (
        <div className={styles.line}>
          <span className={styles.text} dir="auto">
            {fact.text}
          </span>
          {fact.state !== 'past' && <Actions fact={fact} onEdit={() => setEditing(true)} />}
        </div>
      )}
      <div className={styles.about}>
        <Times fact={fact} />
        <span className={pane.quiet}>{fact.origin === 'user' ? words.yours : words.confidence(percent)}</span>
        {fact.pinned && <Tag tone="quiet">{words.pinnedTag}</Tag>}
        {fact.state === 'disputed' && <Tag tone="warning">{words.disputed}</Tag>}
      </div>
      <Evidence fact={fact} />
    </li>
  );
}
