import { z } from 'zod';

/** Identifies a local user (uuid v7). */
export const userIdSchema = z.uuid().brand<'UserId'>();
/** Identifies a session (uuid v7). */
export const sessionIdSchema = z.uuid().brand<'SessionId'>();
/** Identifies a message (uuid v7). */
export const messageIdSchema = z.uuid().brand<'MessageId'>();
/** Identifies a turn: one user message and its reply (uuid v7). */
export const turnIdSchema = z.uuid().brand<'TurnId'>();
/** Identifies one version of a summary (uuid v7). */
export const summaryIdSchema = z.uuid().brand<'SummaryId'>();
/** Identifies one fact of a profile (uuid v7). */
export const factIdSchema = z.uuid().brand<'FactId'>();
/** Identifies a unit of background work (uuid v7). */
export const jobIdSchema = z.uuid().brand<'JobId'>();
/** Identifies a file the user chose in a dialog; the page never sees its path (uuid v7). */
export const fileTokenSchema = z.uuid().brand<'FileToken'>();

/** See {@link userIdSchema}. */
export type UserId = z.infer<typeof userIdSchema>;
/** See {@link sessionIdSchema}. */
export type SessionId = z.infer<typeof sessionIdSchema>;
/** See {@link messageIdSchema}. */
export type MessageId = z.infer<typeof messageIdSchema>;
/** See {@link turnIdSchema}. */
export type TurnId = z.infer<typeof turnIdSchema>;
/** See {@link summaryIdSchema}. */
export type SummaryId = z.infer<typeof summaryIdSchema>;
/** See {@link factIdSchema}. */
export type FactId = z.infer<typeof factIdSchema>;
/** See {@link jobIdSchema}. */
export type JobId = z.infer<typeof jobIdSchema>;
/** See {@link fileTokenSchema}. */
export type FileToken = z.infer<typeof fileTokenSchema>;
