import { catalogue } from '../../shared/catalogue/catalogue';
import { toErrorShape, type AppErrorShape } from '../../shared/errors';
import type { MessageId, SessionId } from '../../shared/model/ids';
import type { CaseResult, RecallCase } from '../../shared/model/replay';
import type { SearchHit } from '../../shared/model/search';
import type { Bridge } from '../bridge';

/** A case that is being written. */
export interface CaseDraft {
  readonly replyId: MessageId;
  readonly sessionId: SessionId;
  /** The position of the question: what it should have remembered was said before. */
  readonly position: number;
  readonly hits: readonly SearchHit[] | null;
  readonly error: AppErrorShape | null;
}

/** Cases of one's own: questions whose answers should have remembered something. */
export interface CasesSlice {
  /** The newest first; null until they are read. */
  readonly cases: readonly RecallCase[] | null;
  readonly caseResults: Readonly<Partial<Record<string, CaseResult | 'failed'>>>;
  /** The case that is being asked. */
  readonly runningCase: string | null;
  readonly casesError: AppErrorShape | null;
  readonly caseDraft: CaseDraft | null;
  readonly loadCases: () => Promise<void>;
  readonly draftCase: (about: Pick<CaseDraft, 'replyId' | 'sessionId' | 'position'>) => void;
  readonly endDraftCase: () => void;
  readonly searchForCase: (query: string) => Promise<void>;
  /** Answers whether it was kept. */
  readonly keepCase: (expected: { expectedId: MessageId | null; words: string | null }) => Promise<boolean>;
  readonly deleteCase: (id: string) => Promise<void>;
  readonly runCases: () => Promise<void>;
  readonly stopCases: () => void;
}

/** How the slice reads and writes its part of the memory pane's store. */
export interface CasesAccess {
  readonly get: () => CasesSlice;
  readonly set: (change: Partial<CasesSlice>) => void;
}

const hitsShown = 8;
/** Some of what is found was said later. */
const hitsRead = 30;

/** The case that is being written. */
function createDraft(
  bridge: Bridge,
  { get, set }: CasesAccess,
): Pick<CasesSlice, 'caseDraft' | 'draftCase' | 'endDraftCase' | 'searchForCase' | 'keepCase'> {
  let asked = 0;
  const change = (next: Partial<CaseDraft>): void => {
    const { caseDraft } = get();
    if (caseDraft !== null) set({ caseDraft: { ...caseDraft, ...next } });
  };
  return {
    caseDraft: null,
    draftCase: (about) => set({ caseDraft: { ...about, hits: null, error: null } }),
    endDraftCase: () => set({ caseDraft: null }),
    searchForCase: async (query) => {
      const mine = ++asked;
      if (query.trim() === '') {
        change({ hits: null, error: null });
        return;
      }
      try {
        const hits = await bridge.call('messages.search', { query, sessionId: null, limit: hitsRead });
        const { sessionId, position } = get().caseDraft ?? { sessionId: null, position: 0 };
        const earlier = hits.filter((hit) => hit.sessionId !== sessionId || hit.position < position);
        if (mine === asked) change({ hits: earlier.slice(0, hitsShown), error: null });
      } catch (error) {
        if (mine === asked) change({ error: toErrorShape(error) });
      }
    },
    keepCase: async (expected) => {
      const { caseDraft } = get();
      if (caseDraft === null) return false;
      try {
        const cases = await bridge.call('cases.add', { replyId: caseDraft.replyId, ...expected });
        set({ cases, caseDraft: null });
        return true;
      } catch (error) {
        change({ error: toErrorShape(error) });
        return false;
      }
    },
  };
}

/** Builds the {@link CasesSlice}. */
export function createCasesSlice(bridge: Bridge, access: CasesAccess): CasesSlice {
  const { get, set } = access;
  /** Raised by a new run and by a stop. */
  let current = 0;
  const attempt = async (call: () => Promise<readonly RecallCase[]>): Promise<void> => {
    set({ casesError: null });
    try {
      set({ cases: await call() });
    } catch (error) {
      set({ casesError: toErrorShape(error) });
    }
  };
  return {
    cases: null,
    caseResults: {},
    runningCase: null,
    casesError: null,
    ...createDraft(bridge, access),
    loadCases: () => attempt(() => bridge.call('cases.list', {})),
    deleteCase: (id) => attempt(() => bridge.call('cases.delete', { id })),
    runCases: async () => {
      const mine = ++current;
      set({ caseResults: {} });
      for (const { id } of get().cases ?? []) {
        if (mine !== current) return;
        set({ runningCase: id });
        const result = await bridge.call('cases.run', { id }).catch(() => 'failed' as const);
        if (mine === current) set({ caseResults: { ...get().caseResults, [id]: result } });
      }
      if (mine === current) set({ runningCase: null });
    },
    stopCases: () => {
      current += 1;
      set({ runningCase: null });
    },
  };
}

/** How a case stands, in words. */
export function outcomeText(result: CaseResult | 'failed'): string {
  const words = catalogue.replay.cases;
  if (result === 'failed') return words.outcome.failed;
  const { outcome, place, rank, verdict } = result;
  const details = [
    place === null || outcome === 'summary' ? '' : catalogue.memory.parts[place],
    rank === null ? '' : words.rank(rank),
    verdict === null || verdict === 'kept' ? '' : catalogue.memory.verdicts[verdict],
  ].filter((part) => part !== '');
  return [words.outcome[outcome], ...details].join(' · ');
}
