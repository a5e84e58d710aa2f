/**
 * Migration 4: a summary may be written twice, and taken back. `number` is the version as it is shown, which both tries
 * share, while `version` stays the order of writing; `retry_of` names the first try; what was `withdrawn` by a roll back
 * comes into force again only when somebody chooses it.
 */
export const summaryTriesMigration = `
ALTER TABLE summaries ADD COLUMN number INTEGER NOT NULL DEFAULT 1;
ALTER TABLE summaries ADD COLUMN retry_of TEXT REFERENCES summaries (id) ON DELETE SET NULL;
ALTER TABLE summaries ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1));
UPDATE summaries SET number = version;
`;
