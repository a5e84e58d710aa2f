import type { Migration } from '../migrate';
import { schemaMigration } from './0001-schema';
import { draftsMigration } from './0002-drafts';
import { historyMigration } from './0003-history';

/** Every migration in order: the version a database has is the number of those it has been through. */
export const allMigrations: readonly Migration[] = [
  { version: 1, name: 'schema', up: schemaMigration },
  { version: 2, name: 'drafts', up: draftsMigration },
  { version: 3, name: 'history', up: historyMigration },
];
