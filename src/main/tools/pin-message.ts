import { z } from 'zod';
import { messageIdSchema } from '../../shared/model/ids';
import { excerptOf } from '../memory/text/excerpt-of';
import { defineTool } from './define-tool';

/** Characters of the message that tell which one it is. */
const shownLength = 60;

/** Pins a message of this chat into its contexts: the one tool with an effect. */
export const pinMessageTool = defineTool({
  name: 'pin_message',
  description:
    'Pin a message of this chat, so that it is sent with every later answer. Use it only when the user asks to keep something in view. The user is asked first.',
  input: z.object({
    id: messageIdSchema.describe('The id of the message, as search_memory gave it'),
    pinned: z.boolean().default(true).describe('false takes the pin away'),
  }),
  hasEffect: true,
  repeatsMemory: true,
  run: async ({ id, pinned }, { engine, userId, sessionId }) => {
    const { position, content } = await engine.setPinned({ userId, sessionId, messageId: id, pinned });
    const which = `Message ${String(position)}, “${excerptOf(content.replaceAll(/\s+/gu, ' '), shownLength)}”,`;
    return pinned ? `${which} is pinned.` : `${which} is no longer pinned.`;
  },
});
