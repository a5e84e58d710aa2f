import { exportText, type ExportSource } from '../exporters/export-text';
import { writeExport } from '../exporters/write-export';
import type { ExportHandlerPorts } from '../ipc/handlers/export-handlers';
import type { Clock } from '../memory/ports/clock';
import type { Exporter } from '../exporters/exporter';
import type { ExportFormat } from '../../shared/model/export';

/** Loaded when they are wanted: rendering Markdown is much code that no start needs. */
async function exporterOf(format: ExportFormat): Promise<Exporter> {
  return (await import('../exporters/all-exporters')).allExporters[format];
}

/** Exports, from the engine to a file. */
export function wireExport(
  { engine, clock }: { readonly engine: ExportSource; readonly clock: Pick<Clock, 'now'> },
  version: string,
): Pick<ExportHandlerPorts, 'write' | 'extensionOf'> {
  return {
    extensionOf: async (format) => (await exporterOf(format)).extension,
    write: async ({ path, format, ...input }) => {
      const exporter = await exporterOf(format);
      const about = { exportedAt: clock.now(), version };
      await writeExport(path, exportText({ ...input, source: engine, exporter, about }), input.signal);
    },
  };
}
