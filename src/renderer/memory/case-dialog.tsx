import { useId, useState } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { MessageId } from '../../shared/model/ids';
import type { CaseDraft } from '../stores/cases-slice';
import { questionBefore } from '../stores/question-before';
import { useMemory, useThread } from '../stores/use-stores';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { ErrorRow } from '../ui/error-row';
import { MarkedText } from '../ui/marked-text';
import styles from './case-dialog.module.css';

const words = catalogue.replay.dialog;

interface HitsProps {
  readonly hits: CaseDraft['hits'];
  readonly chosen: MessageId | null;
  readonly onChoose: (id: MessageId) => void;
}

function Hits({ hits, chosen, onChoose }: HitsProps) {
  if (hits === null) return null;
  if (hits.length === 0) return <p className={styles.quiet}>{words.noHits}</p>;
  return (
    <fieldset className={styles.hits}>
      <legend className="visually-hidden">{words.hits}</legend>
      {hits.map((hit) => (
        <label key={hit.messageId} className={styles.hit}>
          <input
            type="radio"
            name="case-message"
            checked={chosen === hit.messageId}
            onChange={() => onChoose(hit.messageId)}
          />
          <span className={styles.hitText}>
            <span>
              <MarkedText text={hit.excerpt} marks={hit.marks} />
            </span>
            <span className={styles.quiet}>{words.place(hit.sessionTitle, hit.position)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** The question that was answered; empty where the thread does not hold it. */
function useQuestion(draft: CaseDraft): string {
  return useThread(({ window }) => questionBefore(window.messages, draft.replyId)?.content ?? '');
}

function CaseForm({ draft }: { readonly draft: CaseDraft }) {
  const search = useMemory((state) => state.searchForCase);
  const keep = useMemory((state) => state.keepCase);
  const end = useMemory((state) => state.endDraftCase);
  const announce = useThread((state) => state.announce);
  const question = useQuestion(draft);
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<MessageId | null>(null);
  const form = useId();
  const store = (expectedId: MessageId | null): void => {
    const expected = { expectedId, words: expectedId === null ? query : null };
    void keep(expected).then((isKept) => {
      if (isKept) announce(words.kept);
    });
  };
  const foot = (
    <>
      <Button onClick={end}>{catalogue.app.cancel}</Button>
      <Button disabled={query.trim() === ''} onClick={() => store(null)}>
        {words.words}
      </Button>
      <Button isMain type="submit" form={form} disabled={chosen === null}>
        {words.keep}
      </Button>
    </>
  );
  return (
    <Dialog testId="case-dialog" title={words.title} about={words.hint} onClose={end} foot={foot}>
      <form
        className={styles.form}
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen !== null) store(chosen);
        }}
      >
        {question !== '' && <p className={styles.question}>{words.question(question)}</p>}
        <input
          className={styles.field}
          autoFocus
          autoComplete="off"
          aria-label={words.search}
          placeholder={words.search}
          maxLength={300}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setChosen(null);
            void search(event.target.value);
          }}
        />
        <Hits hits={draft.hits} chosen={chosen} onChoose={setChosen} />
        {draft.error !== null && <ErrorRow text={draft.error.message} />}
      </form>
    </Dialog>
  );
}

/** Asks what an answer should have remembered. */
export function CaseDialog() {
  const draft = useMemory((state) => state.caseDraft);
  return draft === null ? null : <CaseForm key={draft.replyId} draft={draft} />;
}
