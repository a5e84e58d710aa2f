import type { provider as english, RequestPurpose } from '../en/provider';
import type { Words } from '../words';

const servers: Readonly<Record<RequestPurpose, string>> = {
  chat: 'Der Modellserver',
  embedding: 'Der Einbettungsserver',
  models: 'Der Server',
};
const later: Readonly<Record<RequestPurpose, string>> = {
  chat: 'Versuche es gleich noch einmal.',
  embedding: 'Engram versucht es wieder; erinnert wird weiter nach Wörtern.',
  models: 'Versuche es gleich noch einmal.',
};
const count = (tokens: number): string => tokens.toLocaleString('de');

/** Was zwischen Engram und einem Modellserver schiefgeht, und was sich tun lässt. */
export const provider: Words<typeof english> = {
  stopped: 'Angehalten.',
  auth: (purpose) => `${servers[purpose]} nahm den API-Schlüssel nicht an. Prüfe ihn in den Einstellungen.`,
  noKey: (purpose) =>
    `${servers[purpose]} verlangt einen API-Schlüssel. Trage in den Einstellungen einen ein.`,
  unusableKey:
    'Der API-Schlüssel enthält Zeichen, die kein Schlüssel hat. Füge ihn in den Einstellungen noch einmal ein.',
  unknownModel: (purpose, model) =>
    `${servers[purpose]} kennt das Modell „${model}“ nicht. Wähle in den Einstellungen ein anderes.`,
  nothingThere: (purpose) =>
    `${servers[purpose]} hat nichts unter dieser Adresse. Prüfe sie in den Einstellungen; die meisten enden auf /v1.`,
  rateLimit: {
    chat: 'Der Modellserver bittet, langsamer zu fragen. Warte einen Moment, dann versuche es noch einmal.',
    embedding:
      'Der Einbettungsserver bittet, langsamer zu fragen. Engram wartet und macht von selbst weiter.',
    models: 'Der Server bittet, langsamer zu fragen. Warte einen Moment, dann versuche es noch einmal.',
  },
  quota: (purpose) =>
    `Das Konto hat kein Guthaben mehr. ${servers[purpose]} antwortet wieder, sobald es aufgeladen ist; oder wähle in den Einstellungen ein anderes Modell.`,
  overflow: (windowTokens) =>
    windowTokens === null
      ? 'Der Kontext ist zu lang für dieses Modell. Senke das Budget in den Einstellungen, oder wähle ein Modell mit größerem Fenster.'
      : `Der Kontext ist zu lang für dieses Modell, das ${count(windowTokens)} Tokens fasst. Senke das Budget in den Einstellungen, oder wähle ein Modell mit größerem Fenster.`,
  textTooLong:
    'Ein Text ist länger, als das Einbettungsmodell fasst. Wähle in den Einstellungen ein anderes Einbettungsmodell.',
  server: (purpose, status) =>
    `${servers[purpose]} versagte${status === null ? '' : ` (${String(status)})`}. ${later[purpose]}`,
  refused: (purpose, status, detail) => {
    const what = `${servers[purpose]} lehnte die Anfrage ab${status === null ? '' : ` (${String(status)})`}`;
    return `${what}${detail === '' ? '.' : `: ${detail}`} Prüfe das Modell in den Einstellungen.`;
  },
  network: {
    dns: (purpose) =>
      `${servers[purpose]} wurde unter diesem Namen nicht gefunden. Prüfe die Adresse in den Einstellungen und die Verbindung.`,
    refused: (purpose) =>
      `${servers[purpose]} antwortet unter dieser Adresse nicht. Prüfe, ob er läuft, und Adresse und Port in den Einstellungen.`,
    tls: (purpose) =>
      `${servers[purpose]} bekam nichts gesendet, weil keine sichere Verbindung zustande kam: Seinem Zertifikat ist nicht zu trauen, oder die Adresse spricht http. Prüfe die Adresse in den Einstellungen und die Uhr dieses Computers.`,
    offline: (purpose) =>
      `${servers[purpose]} ist nicht zu erreichen: Dieser Computer scheint offline zu sein. Prüfe die Verbindung.`,
    closed: (purpose) => `${servers[purpose]} schloss die Verbindung ohne Antwort. ${later[purpose]}`,
    proxy: (purpose) =>
      `${servers[purpose]} ist über den Proxy nicht zu erreichen. Prüfe die Proxyeinstellungen dieses Computers.`,
    other: (purpose) =>
      `${servers[purpose]} ist nicht zu erreichen. Prüfe die Verbindung und die Adresse in den Einstellungen.`,
  },
  redirected: (purpose) =>
    `${servers[purpose]} leitet Anfragen an eine andere Adresse weiter, wohin Engram nichts sendet. Trage die endgültige Adresse in den Einstellungen ein.`,
  brokenOff:
    'Die Verbindung brach ab. Was ankam, bleibt; setze die Antwort fort oder versuche es noch einmal.',
  timeout: (purpose) => `${servers[purpose]} antwortete nicht rechtzeitig. ${later[purpose]}`,
  stalled:
    'Der Modellserver verstummte mitten in seiner Antwort. Setze die Antwort fort oder versuche es noch einmal.',
  badResponse: {
    chat: 'Die Antwort des Modellservers lässt sich nicht lesen. Versuche es noch einmal, oder prüfe die Adresse in den Einstellungen; die meisten enden auf /v1.',
    embedding:
      'Die Antwort des Einbettungsservers lässt sich nicht lesen. Prüfe seine Adresse in den Einstellungen; die meisten enden auf /v1.',
    models:
      'Diese Adresse antwortet, aber nicht wie ein Modellserver. Prüfe sie in den Einstellungen; die meisten enden auf /v1.',
  },
  offlineMode:
    'Der Offlinemodus ist an, darum wurde nichts gesendet. Schalte ihn unter Einstellungen → Modelle aus, um einen Server zu fragen.',
  windowClosed: {
    turn: 'Die Grenze des Servers ist für den Moment ausgeschöpft. Versuche es noch einmal, sobald er wieder öffnet.',
    background: 'Die Grenze des Servers bleibt deinen Fragen vorbehalten.',
  },
  noText:
    'Das Modell antwortete ohne ein Wort. Versuche es noch einmal, oder wähle in den Einstellungen ein anderes.',
  limitUsedUp:
    'Das Modell brauchte seine Antwortgrenze auf, bevor es ein Wort sagte. Hebe in den Einstellungen den Platz für die Antwort an, dann versuche es noch einmal.',
  filtered: 'Der Inhaltsfilter des Anbieters hielt die Antwort zurück. Frag auf andere Weise.',
  failing:
    'Der Modellserver versagte mehrmals hintereinander, darum bleibt er einen Moment in Ruhe. Versuche es dann noch einmal, oder teste ihn in den Einstellungen.',
};
