import type { menu as english } from '../en/menu';
import type { Words } from '../words';

/** Das Menü des Programms und das im Infobereich. */
export const menu: Words<typeof english> = {
  file: 'Datei',
  close: 'Fenster schließen',
  quit: 'Engram beenden',
  edit: 'Bearbeiten',
  undo: 'Rückgängig',
  redo: 'Wiederholen',
  cut: 'Ausschneiden',
  copy: 'Kopieren',
  paste: 'Einfügen',
  selectAll: 'Alles auswählen',
  view: 'Ansicht',
  actualSize: 'Originalgröße',
  zoomIn: 'Vergrößern',
  zoomOut: 'Verkleinern',
  fullScreen: 'Vollbild',
  inspector: 'Entwicklerwerkzeuge',
  memory: 'Gedächtnis',
  chat: 'Chat',
  window: 'Fenster',
  minimize: 'Minimieren',
  help: 'Hilfe',
  about: 'Über Engram',
  open: 'Engram öffnen',
};
