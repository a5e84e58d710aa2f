import type { Migration } from '../migrate';
import { schemaMigration } from './0001-schema';

/** Every migration in order: the version a database has is the number of those it has been through. */
export const allMigrations: readonly Migration[] = [{ version: 1, name: 'schema', up: schemaMigration }];
