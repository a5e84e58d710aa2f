import { z } from 'zod';
import { AppError } from '../../shared/errors';
import { defineTool } from './define-tool';

/** Tells the date and the time. */
export const currentTimeTool = defineTool({
  name: 'current_time',
  description: 'The current date, weekday, time and time zone. Use it for anything that depends on today.',
  input: z.object({
    timeZone: z
      .string()
      .max(60)
      .optional()
      .describe('An IANA time zone such as Europe/Lisbon; the user’s own where absent'),
  }),
  hasEffect: false,
  repeatsMemory: false,
  run: ({ timeZone }, { now }) => {
    try {
      const format = new Intl.DateTimeFormat('en-GB', {
        dateStyle: 'full',
        timeStyle: 'long',
        ...(timeZone === undefined ? {} : { timeZone }),
      });
      const time = now();
      return `${format.format(time)} (${format.resolvedOptions().timeZone}; UTC ${new Date(time).toISOString()})`;
    } catch (cause) {
      throw new AppError('bad-input', `There is no time zone called ${timeZone ?? ''}.`, { cause });
    }
  },
});
