import type { Migration } from '../migrate';
import { schemaMigration } from './0001-schema';
import { draftsMigration } from './0002-drafts';
import { historyMigration } from './0003-history';
import { summaryTriesMigration } from './0004-summary-tries';
import { metricsMigration } from './0005-metrics';
import { profileMigration } from './0006-profile';
import { floorsMigration } from './0007-floors';
import { draftFilesMigration } from './0008-draft-files';
import { presetsMigration } from './0009-presets';
import { recallCasesMigration } from './0010-recall-cases';
import { pathIndexesMigration } from './0011-path-indexes';
import { lighterTurnsMigration } from './0012-lighter-turns';
import { jobIndexesMigration } from './0013-job-indexes';
import { sentenceVectorsMigration } from './0014-sentence-vectors';

/** Every migration in order: the version a database has is the number of those it has been through. */
export const allMigrations: readonly Migration[] = [
  { version: 1, name: 'schema', up: schemaMigration },
  { version: 2, name: 'drafts', up: draftsMigration },
  { version: 3, name: 'history', up: historyMigration },
  { version: 4, name: 'summary-tries', up: summaryTriesMigration },
  { version: 5, name: 'metrics', up: metricsMigration },
  { version: 6, name: 'profile', up: profileMigration },
  { version: 7, name: 'floors', up: floorsMigration },
  { version: 8, name: 'draft-files', up: draftFilesMigration },
  { version: 9, name: 'presets', up: presetsMigration },
  { version: 10, name: 'recall-cases', up: recallCasesMigration },
  { version: 11, name: 'path-indexes', up: pathIndexesMigration },
  { version: 12, name: 'lighter-turns', up: lighterTurnsMigration },
  { version: 13, name: 'job-indexes', up: jobIndexesMigration },
  { version: 14, name: 'sentence-vectors', up: sentenceVectorsMigration },
];
