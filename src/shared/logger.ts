/** What may stand beside a log line: never message contents, never keys. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

/** Where the program writes its log. */
export interface Logger {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}
