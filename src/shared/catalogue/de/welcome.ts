import type { welcome as english } from '../en/welcome';
import type { Words } from '../words';

/** Worte des ersten Bildschirms. */
export const welcome: Words<typeof english> = {
  heading: 'Es merkt sich den ganzen Chat und sendet nur, was zählt.',
  lead: 'Ein Beispiel mit 65 Nachrichten: Die Frage brauchte die Nachrichten 7, 18 und 41, also kamen nur die zurück.',
  figure:
    'Von 65 Nachrichten werden die ersten 44 eine Zusammenfassung, die letzten 21 gehen mit, wie sie sind, und drei alte werden erinnert.',
  summarised: 'Nachrichten 1–44 werden eine Zusammenfassung',
  sent: 'Nachrichten 45–65 gehen mit, wie sie sind',
  all: 'Alle Nachrichten, 8.437',
  engram: 'Engram, 4.136',
  window: 'Fenster 8.000',
  over: '1.637 zu viel',
  spare: '2.664 übrig',
  messages: 'Nachrichten',
  sample: {
    title: 'Offline ausprobieren',
    text: 'Öffne den Beispielchat mit 200 Nachrichten und sieh jeden Schritt. Antworten sind Zitate aus dem Gedächtnis, ohne Modell.',
    action: 'Beispielchat öffnen',
    busy: 'Der Beispielchat wird geöffnet…',
    note: 'Kein Schlüssel und kein Netz nötig',
  },
  key: {
    title: 'Schlüssel einfügen',
    text: 'Nutze ein gehostetes Modell. Der Schlüssel kommt in den Schlüsselbund des Systems.',
    textWithoutKeychain:
      'Nutze ein gehostetes Modell. Dieses System hat keinen Schlüsselbund, darum bleibt der Schlüssel nur, bis Engram schließt.',
    field: 'Schlüssel von OpenAI',
    placeholder: 'sk-…',
    held: 'Ein Schlüssel ist schon da. Lass dies leer, um ihn zu nehmen.',
    missing: 'Füge zuerst einen Schlüssel ein.',
    noModels:
      'Der Schlüssel geht, aber der Server nennt kein Modell. Bitte seinen Besitzer um Zugang zu einem.',
    check: 'Prüfen und weiter',
    checking: 'Der Schlüssel wird geprüft…',
    works: 'Der Schlüssel geht. Wähle das Modell, das antwortet.',
    model: 'Modell',
    use: 'Verwenden',
    note: 'Nur Chats, die du sendest, verlassen diesen Computer',
  },
  local: {
    title: 'Lokalen Server nutzen',
    text: 'Ollama, LM Studio, llama.cpp oder ein anderer Server, der auf diesem Computer läuft.',
    look: 'Danach suchen',
    lookAgain: 'Noch einmal suchen',
    looking: 'Auf diesem Computer wird gesucht…',
    found: (count) =>
      count === 1 ? 'Einer auf diesem Computer gefunden.' : `${String(count)} auf diesem Computer gefunden.`,
    none: 'Unter 127.0.0.1 antwortete auf den Ports 11434, 1234 und 8080 kein Server.',
    howTo:
      'Starte einen, zum Beispiel mit „ollama serve“, dem Serverreiter von LM Studio oder „llama-server -m model.gguf“, dann suche noch einmal.',
    running: 'Läuft',
    model: (server) => `Modell von ${server}`,
    noModels: 'Es hat noch kein Modell. Lade dort eines, dann suche noch einmal.',
    use: (model) => `${model} verwenden`,
    note: 'Nichts verlässt diesen Computer',
  },
  connecting: 'Ein Chat wird begonnen…',
  newChat: 'Leeren Chat beginnen',
  import: { action: 'Gespräch importieren' },
  otherWays: 'Andere Anfänge',
  foot: 'Alles lässt sich jederzeit in den Einstellungen ändern.',
};
