import { catalogue } from '../../shared/catalogue/catalogue';
import { isLoopback } from '../../shared/loopback';
import type { Provider } from '../../shared/model/provider';
import type { Settings } from '../../shared/settings';

const words = catalogue.app;

/** What answers, in words, and whom the program sends to. */
export interface ModelLabel {
  readonly kind: 'offline' | 'server';
  /** The model's name, or that there is none. */
  readonly label: string;
  /** Hosts beyond this computer that a model of any use is asked at; sorted, each once. */
  readonly sendsTo: readonly string[];
  /** The same in one line for the foot of the list. */
  readonly reach: string;
}

/** Says what answers and what leaves this computer, counting the models that summarise and embed. */
export function modelLabel(
  settings: Pick<
    Settings,
    'chatModel' | 'summariserModel' | 'judgeModel' | 'embeddingModel' | 'providers'
  > | null,
): ModelLabel {
  const find = (id: string): Provider | undefined => settings?.providers.find((each) => each.id === id);
  const chosen = [
    settings?.chatModel,
    settings?.summariserModel,
    settings?.judgeModel,
    settings?.embeddingModel,
  ].flatMap((choice) => {
    const provider = choice === null || choice === undefined ? undefined : find(choice.providerId);
    return provider === undefined ? [] : [provider];
  });
  const far = chosen.filter(({ baseUrl }) => !isLoopback(baseUrl));
  const sendsTo = [...new Set(far.map(({ baseUrl }) => new URL(baseUrl).host))].sort();
  const chat = settings?.chatModel ?? null;
  const isOffline = chat === null || find(chat.providerId) === undefined;
  const quiet = chosen.length === 0 ? words.offline : words.local;
  return {
    kind: isOffline ? 'offline' : 'server',
    label: isOffline ? catalogue.main.offlineModel : chat.model,
    sendsTo,
    reach: sendsTo.length === 0 ? quiet : words.sendsTo(sendsTo.join(', ')),
  };
}
