import type { embeddings as english } from '../en/embeddings';
import type { Words } from '../words';

/** Was beim Einbetten schiefgeht, und was sich tun lässt. */
export const embeddings: Words<typeof english> = {
  cancelled: 'Angehalten.',
  workerLost:
    'Das eingebaute Einbettungsmodell ist stehen geblieben und wird neu gestartet. Bitte versuche es noch einmal.',
  workerGone:
    'Das eingebaute Einbettungsmodell ist zweimal stehen geblieben. Erinnert wird weiter nach Wörtern; starte Engram neu, um das Modell zurückzuholen.',
  closed: 'Engram wird geschlossen.',
  weightsMissing:
    'Die Dateien des eingebauten Einbettungsmodells fehlen. Erinnert wird weiter nach Wörtern; installiere Engram neu, um sie zurückzuholen.',
  badResponse: (detail) =>
    `Die Antwort des Einbettungsmodells ist nicht zu gebrauchen: ${detail}. Prüfe das Modell in den Einstellungen.`,
};
