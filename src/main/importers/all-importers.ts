import { chatGptImporter } from './chatgpt';
import { chatboxImporter } from './chatbox';
import { claudeImporter } from './claude';
import { engramImporter } from './engram';
import type { Importer } from './importer';
import { libreChatImporter } from './librechat';
import { markdownImporter } from './markdown';
import { openAiJsonlImporter } from './openai-jsonl';
import { openWebUiImporter } from './open-webui';

/** Every format that is recognised by its shape. A new one is a file of its own and a line here. */
export const allImporters: readonly Importer[] = [
  engramImporter,
  chatGptImporter,
  claudeImporter,
  openWebUiImporter,
  openAiJsonlImporter,
  libreChatImporter,
  chatboxImporter,
  markdownImporter,
];
