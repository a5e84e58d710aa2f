import type { ExportFormat } from '../../shared/model/export';
import type { Exporter } from './exporter';
import { htmlExporter } from './html';
import { jsonExporter } from './json';
import { markdownExporter } from './markdown';

/** Every kind of file; a new one is a file of its own and a line here. */
export const allExporters: Readonly<Record<ExportFormat, Exporter>> = {
  markdown: markdownExporter,
  html: htmlExporter,
  json: jsonExporter,
};
