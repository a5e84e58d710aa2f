/**
 * Migration 13: a long queue costs no more than a short one.
 *
 * A job of a kind that stops as a whole runs only where no other of that kind has failed: the few that have are found by an
 * index of theirs, and not among all that wait, and the next one to run is the first of another, in the order in which they
 * run. An import of 3,000 chats leaves as many jobs waiting.
 */
export const jobIndexesMigration = `
DROP INDEX jobs_due;
CREATE INDEX jobs_due ON jobs (run_after, created_at, id) WHERE state = 'waiting';
CREATE INDEX jobs_stuck ON jobs (user_id, kind) WHERE state = 'dead' OR attempts > 0;
`;
