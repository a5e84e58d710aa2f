import type { FormEvent } from 'react';
import { useId, useState } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import { titleOf } from '../sessions/title-of';
import { useApp, useSessions } from '../stores/use-stores';
import { Button } from '../ui/button';
import rows from './forget-card.module.css';

const words = catalogue.history.forget;

/** Deletes the messages between two positions of a chat. */
export function ForgetRange() {
  const sessions = useSessions((state) => state.sessions);
  const selectedId = useSessions((state) => state.selectedId);
  const deleteRange = useApp((state) => state.deleteRange);
  const [chosenId, setChosenId] = useState<string | null>(selectedId);
  const [range, setRange] = useState({ from: '', to: '' });
  const id = useId();
  const session = sessions.find((each) => each.id === chosenId) ?? sessions[0];
  const [from, to] = [Number(range.from), Number(range.to)];
  const isValid = session !== undefined && from >= 1 && to >= from && to <= session.messageCount;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isValid) return;
    void deleteRange(session.id, from, to);
    setRange({ from: '', to: '' });
  };
  const field = (name: 'from' | 'to') => (
    <label className={rows.field}>
      {words[name]}
      <input
        className={rows.number}
        type="number"
        min={1}
        max={session?.messageCount ?? 1}
        value={range[name]}
        onChange={(event) => setRange({ ...range, [name]: event.target.value })}
      />
    </label>
  );
  return (
    <form className={rows.range} aria-labelledby={id} onSubmit={submit}>
      <h3 id={id} className={rows.heading}>
        {words.range}
      </h3>
      <label className={rows.field}>
        {words.chat}
        <select
          className={rows.select}
          value={session?.id ?? ''}
          onChange={(event) => setChosenId(event.target.value)}
        >
          {sessions.map((each) => (
            <option key={each.id} value={each.id}>
              {`${titleOf(each)} (${String(each.messageCount)})`}
            </option>
          ))}
        </select>
      </label>
      {field('from')}
      {field('to')}
      <Button type="submit" disabled={!isValid}>
        {words.deleteRange}
      </Button>
    </form>
  );
}
