import type { Database } from 'better-sqlite3';
import { lazily } from '../../shared/lazily';
import { createCostTable } from '../storage/tables/cost-table';
import { createCopyTable } from '../storage/tables/copy-table';
import { createDraftFileTable } from '../storage/tables/draft-file-table';
import { createDraftTable } from '../storage/tables/draft-table';
import { createExportReader } from '../storage/tables/export-reader';
import { createEraser } from '../storage/tables/eraser';
import { createFloorTable } from '../storage/tables/floor-table';
import { createForgetTable } from '../storage/tables/forget-table';
import { createHygieneReader } from '../storage/tables/hygiene-reader';
import { createJobTable } from '../storage/tables/job-table';
import { createMetricTable } from '../storage/tables/metric-table';
import { createMessageReader } from '../storage/tables/message-reader';
import { createMessageWriter } from '../storage/tables/message-writer';
import { createPathTable } from '../storage/tables/path-table';
import { createPresetTable } from '../storage/tables/preset-table';
import { createPromptTable } from '../storage/tables/prompt-table';
import { createRecallCaseTable } from '../storage/tables/recall-case-table';
import { createRecallReader } from '../storage/tables/recall-reader';
import { createSearchReader } from '../storage/tables/search-reader';
import { createSearchTextTable } from '../storage/tables/search-text-table';
import { createSentenceTable } from '../storage/tables/sentence-table';
import { createSessionTable } from '../storage/tables/session-table';
import { createSettingTable } from '../storage/tables/setting-table';
import { createSnapshotTable } from '../storage/tables/snapshot-table';
import { createFactTable } from '../storage/tables/fact-table';
import { createProfileMarkTable } from '../storage/tables/profile-mark-table';
import { createSummaryTable } from '../storage/tables/summary-table';
import { createToolReader } from '../storage/tables/tool-reader';
import { createUserTraces } from '../storage/tables/user-traces';
import { createUserTable } from '../storage/tables/user-table';
import { createVectorTable } from '../storage/tables/vector-table';
import type { Tables } from './engine-parts';

/**
 * The tables of one database, for the engine that may use it. The statements of a table are compiled when it is first used: all of them
 * take 10 ms of a start.
 */
export function createTables(database: Database, temporary: boolean): Tables {
  return lazily<Tables>({
    users: () => createUserTable(database),
    userTraces: () => createUserTraces(database),
    sessions: () => createSessionTable(database, { temporary }),
    searchTexts: () => createSearchTextTable(database),
    writer: () => createMessageWriter(database),
    reader: () => createMessageReader(database),
    paths: () => createPathTable(database),
    copies: () => createCopyTable(database),
    floors: () => createFloorTable(database),
    forgets: () => createForgetTable(database),
    hygiene: () => createHygieneReader(database),
    eraser: () => createEraser(database),
    exports: () => createExportReader(database),
    recall: () => createRecallReader(database),
    search: () => createSearchReader(database),
    snapshots: () => createSnapshotTable(database),
    summaries: () => createSummaryTable(database),
    facts: () => createFactTable(database),
    profileMarks: () => createProfileMarkTable(database),
    vectors: () => createVectorTable(database),
    sentences: () => createSentenceTable(database),
    tools: () => createToolReader(database),
    jobs: () => createJobTable(database),
    costs: () => createCostTable(database),
    metrics: () => createMetricTable(database),
    drafts: () => createDraftTable(database),
    draftFiles: () => createDraftFileTable(database),
    prompts: () => createPromptTable(database),
    presets: () => createPresetTable(database),
    recallCases: () => createRecallCaseTable(database),
    settings: () => createSettingTable(database),
  });
}
