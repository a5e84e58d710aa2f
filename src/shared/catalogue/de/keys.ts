import type { keys as english } from '../en/keys';
import type { Words } from '../words';

/** Was das Programm über Schlüssel, Anbieter, Server auf diesem Computer und Umleitungen sagt. */
export const keys: Words<typeof english> = {
  insecure: (origin) =>
    `Ein Schlüssel wird nur für Adressen behalten, die mit https:// beginnen oder auf diesem Computer sind, denn bei ${origin} könnte ihn jeder unterwegs lesen. Ändere zuerst die Adresse.`,
  unusable:
    'Das ist kein Schlüssel: Er enthält Leerzeichen, Zeilenumbrüche oder Zeichen, die kein Schlüssel hat. Kopiere ihn noch einmal, und nichts anderes dazu.',
  diskFull:
    'Der Datenträger ist voll, darum ließen sich die Schlüssel nicht ändern. Schaffe Platz und versuche es noch einmal.',
  readOnly:
    'Die Schlüssel ließen sich nicht ändern, weil in den Ordner des Programms nicht geschrieben werden kann. Prüfe seine Rechte und ob sein Datenträger verbunden ist.',
  providerGone: 'Diesen Anbieter gibt es nicht mehr. Wähle einen anderen in den Einstellungen.',
  openAiStays: 'OpenAI bleibt in der Liste. Entferne nur seinen Schlüssel, wenn du es nicht benutzt.',
  tooMany: (most) => `Es gibt ${String(most)} Anbieter, mehr können es nicht sein. Entferne zuerst einen.`,
  notLocal: 'Diese Adresse ist nicht auf diesem Computer. Trage sie in den Einstellungen als Anbieter ein.',
  stopped: 'Angehalten.',
  noDimension: 'Das Einbettungsmodell antwortete ohne brauchbaren Vektor. Wähle ein anderes Modell.',
  redirected: (host) =>
    `${host} leitet Anfragen an eine andere Adresse weiter. Dorthin wurde nichts gesendet; trage die endgültige Adresse in den Einstellungen ein.`,
  onlyHttp: 'Modelle werden nur über http und https gefragt. Prüfe die Adresse in den Einstellungen.',
  servers: { ollama: 'Ollama', lmStudio: 'LM Studio', llamaCpp: 'llama.cpp' },
};
