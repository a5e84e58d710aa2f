import { allExporters } from '../exporters/all-exporters';
import { exportText } from '../exporters/export-text';
import { writeExport } from '../exporters/write-export';
import type { ExportHandlerPorts } from '../ipc/handlers/export-handlers';
import type { Base } from './base';

/** Exports, from the engine to a file. */
export function wireExport(
  { engine, clock }: Pick<Base, 'engine' | 'clock'>,
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
