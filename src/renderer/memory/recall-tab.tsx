import { Search, Telescope } from 'lucide-react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { RecallReport } from '../../shared/model/recall';
import { useMemory } from '../stores/use-stores';
import { EmptyState } from '../ui/empty-state';
import pane from './memory-pane.module.css';
import { NearMissList } from './near-miss-list';
import { RecallTable } from './recall-table';
import { SecondLookSection } from './second-look-section';
import { TryForm } from './try-form';

const words = catalogue.memory;

function Report({ report }: { readonly report: RecallReport | null }) {
  if (report === null) {
    return (
      <EmptyState
        icon={<Telescope size={20} aria-hidden="true" />}
        heading={words.noRecall}
        sentence={words.noRecallHint}
      />
    );
  }
  if (report.candidates.length === 0) {
    return (
      <EmptyState
        icon={<Search size={20} aria-hidden="true" />}
        heading={words.noCandidates}
        sentence={words.noCandidatesHint}
      />
    );
  }
  return (
    <>
      <RecallTable report={report} />
      <NearMissList report={report} />
    </>
  );
}

/** Every message that recall considered, with its scores and its verdict, for the shown turn or any question. */
export function RecallTab() {
  const snapshot = useMemory((state) => state.snapshot);
  const tried = useMemory((state) => state.tried);
  const ofTurn = tried === null && snapshot?.recall !== undefined ? snapshot.recall : null;
  const turnNumber = ofTurn === null ? null : (snapshot?.turnNumber ?? null);
  const shown = tried ?? ofTurn;
  return (
    <>
      <section className={pane.section}>
        <TryForm key={snapshot?.turnId ?? ''} query={snapshot?.recall?.query ?? ''} turnNumber={turnNumber} />
      </section>
      <Report report={shown} />
      {shown?.secondLook !== undefined && <SecondLookSection look={shown.secondLook} />}
    </>
  );
}
