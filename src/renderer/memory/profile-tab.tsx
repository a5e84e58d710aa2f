import { Sparkles, UserRound } from 'lucide-react';
import { useEffect } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import { useApp, useMemory } from '../stores/use-stores';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { ErrorRow } from '../ui/error-row';
import { formatDay, formatTime } from '../ui/formats';
import { Skeleton } from '../ui/skeleton';
import { useToday } from '../ui/use-today';
import { factElementId, groupFacts, type FactGroup } from './fact-groups';
import { FactField } from './fact-field';
import { FactRow } from './fact-row';
import pane from './memory-pane.module.css';
import styles from './profile-tab.module.css';

const words = catalogue.profile;

function Group({ group }: { readonly group: FactGroup }) {
  const name = words.attributes[group.attribute];
  return (
    <section className={styles.group} aria-label={name}>
      <h3 className={pane.subheading}>{name}</h3>
      <ul className={styles.facts}>
        {group.standing.map((fact) => (
          <FactRow key={fact.id} fact={fact} />
        ))}
      </ul>
      {group.past.length > 0 && (
        <>
          <h4 className={pane.quiet}>{words.earlier}</h4>
          <ol className={styles.timeline}>
            {group.past.map((fact) => (
              <FactRow key={fact.id} fact={fact} />
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

function DistilButton() {
  const distil = useMemory((state) => state.distil);
  const isDistilling = useMemory((state) => state.profile?.isDistilling ?? false);
  const isOn = useApp((state) => state.settings?.profile ?? true);
  return (
    <Button disabled={isDistilling || !isOn} onClick={() => void distil()}>
      <Sparkles size={14} aria-hidden="true" />
      {words.distil}
    </Button>
  );
}

/** When messages were read for facts, and what a button press led to. */
function Reading() {
  const profile = useMemory((state) => state.profile);
  const foundNothingNew = useMemory((state) => state.foundNothingNew);
  const isOn = useApp((state) => state.settings?.profile ?? true);
  const today = useToday();
  const at = profile?.distilledAt ?? null;
  const read = at === null ? '' : words.readAt(`${formatDay(at, today)}, ${formatTime(at)}`);
  if (!isOn) return <p className={pane.quiet}>{words.off}</p>;
  return (
    <p className={pane.quiet} role="status" data-testid="profile-reading">
      {profile?.isDistilling === true ? words.distilling : `${read} ${words.daily}`}
      {foundNothingNew && profile?.isDistilling === false && ` ${words.nothingNew}`}
    </p>
  );
}

/** A fact that is being written, from what the user said. */
function NewFact() {
  const draft = useMemory((state) => state.factDraft);
  const addFact = useMemory((state) => state.addFact);
  const draftFact = useMemory((state) => state.draftFact);
  if (draft === null) return null;
  return (
    <div className={styles.fact} data-testid="new-fact">
      <p className={pane.quiet}>{words.newHint}</p>
      <FactField
        key={draft.messageId}
        label={words.newField}
        initial={draft.text}
        isNew
        onSave={addFact}
        onClose={() => draftFact(null)}
      />
    </div>
  );
}

/** Brings the fact that a search led to into view, once it is there. */
function useWantedFact(): void {
  const wanted = useMemory((state) => state.wantedFact);
  const isThere = useMemory(
    (state) => state.tab === 'profile' && (state.profile?.facts.some(({ id }) => id === wanted) ?? false),
  );
  const showFact = useMemory((state) => state.showFact);
  useEffect(() => {
    if (wanted === null || !isThere) return;
    const row = document.getElementById(factElementId(wanted));
    row?.scrollIntoView({ block: 'center' });
    row?.focus({ preventScroll: true });
    showFact(null);
  }, [wanted, isThere, showFact]);
}

/** What is known of the user, with what it rests on and what held before. */
export function ProfileTab() {
  const profile = useMemory((state) => state.profile);
  const error = useMemory((state) => state.profileError);
  const isShown = useMemory((state) => state.tab === 'profile');
  const load = useMemory((state) => state.loadProfile);
  useWantedFact();
  useEffect(() => {
    if (isShown) void load();
  }, [isShown, load]);
  const problem = error !== null && <ErrorRow text={error.message} />;
  if (profile === null) {
    return (
      <div className={pane.section}>
        {error === null ? <Skeleton label={catalogue.memory.loading} widths={[60, 80, 70]} /> : problem}
      </div>
    );
  }
  if (profile.facts.length === 0) {
    return (
      <>
        <EmptyState
          icon={<UserRound size={20} aria-hidden="true" />}
          heading={words.emptyHeading}
          sentence={words.emptyHint}
          action={<DistilButton />}
        />
        <div className={pane.section}>
          <NewFact />
        </div>
        <div className={styles.centred}>
          <Reading />
          {problem}
        </div>
      </>
    );
  }
  return (
    <section className={pane.section}>
      <div className={pane.head}>
        <h2 className={pane.heading}>{words.heading}</h2>
        <DistilButton />
      </div>
      <Reading />
      {problem}
      <NewFact />
      {groupFacts(profile.facts).map((group) => (
        <Group key={group.attribute} group={group} />
      ))}
    </section>
  );
}
