import { chatGptImporter } from './chatgpt';
import { claudeImporter } from './claude';
import { engramImporter } from './engram';
import type { Importer } from './importer';
import { openAiJsonlImporter } from './openai-jsonl';
import { openWebUiImporter } from './open-webui';

/** Every format that is recognised by its shape. A new one is a file of its own and a line here. */
export const allImporters: readonly Importer[] = [
  engramImporter,
  chatGptImporter,
  claudeImporter,
  openWebUiImporter,
  openAiJsonlImporter,
];
