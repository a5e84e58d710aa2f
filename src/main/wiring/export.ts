import { allExporters } from '../exporters/all-exporters';
import { exportText, type ExportSource } from '../exporters/export-text';
import { writeExport } from '../exporters/write-export';
import type { ExportHandlerPorts } from '../ipc/handlers/export-handlers';
import type { Clock } from '../memory/ports/clock';

/** Exports, from the engine to a file. */
export function wireExport(
  { engine, clock }: { readonly engine: ExportSource; readonly clock: Pick<Clock, 'now'> },
  version: string,
): Pick<ExportHandlerPorts, 'write' | 'extensionOf'> {
  return {
    extensionOf: (format) => allExporters[format].extension,
    write: async ({ path, format, ...input }) => {
      const exporter = allExporters[format];
      const about = { exportedAt: clock.now(), version };
      await writeExport(path, exportText({ ...input, source: engine, exporter, about }), input.signal);
    },
  };
}
