import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import type { Database } from 'better-sqlite3';
import { expect } from 'vitest';
import { quickCheck } from '../../../src/main/storage/integrity';
import { count, fillWithMessages, openAt } from './sample-database';
import { temporaryFolder } from './temporary-folder';

/** How a recovery at the tests' time is named. */
export const stamp = '2026-01-02T03-04-05-000Z';
/** Bytes of a page of every Engram database. */
export const pageSize = 4096;

/** Replaces bytes of a file. */
export function overwrite(path: string, at: number, bytes: Uint8Array): void {
  const content = readFileSync(path);
  content.set(bytes, at);
  writeFileSync(path, content);
}

/** The pages (from 1) of one table's rows, of one kind. */
export function pagesOf(path: string, table: string, kind: 'leaf' | 'internal'): readonly number[] {
  const database = new SqliteDatabase(path, { readonly: true });
  const pages = database
    .prepare<[string, string], number>(
      'SELECT pageno FROM dbstat WHERE name = ? AND pagetype = ? ORDER BY pageno',
    )
    .pluck()
    .all(table, kind);
  database.close();
  return pages;
}

/** A closed database with one long chat. */
export async function buildLong(messages: number) {
  const folder = temporaryFolder();
  const path = join(folder, 'engram.db');
  const opened = await openAt(path);
  fillWithMessages(opened.database, messages);
  opened.close();
  return { folder, path };
}

/** What must hold of every database that recovery leaves. */
export function expectSound(database: Database): void {
  expect(database.pragma('foreign_key_check')).toEqual([]);
  expect(quickCheck(database)).toEqual([]);
  const gaps = `SELECT count(*) FROM messages m WHERE on_path = 1 AND parent_id IS NOT NULL
    AND (SELECT on_path FROM messages p WHERE p.id = m.parent_id) <> 1`;
  expect(count(database, gaps)).toBe(0);
}
