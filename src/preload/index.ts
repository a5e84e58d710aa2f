import { contextBridge, ipcRenderer } from 'electron';
import { languageArgument } from '../shared/catalogue/languages';
import type { CallInput, CallName, CallOutput } from '../shared/contract/calls';
import type { EngramBridge, Reply } from '../shared/contract/channels';
import { callChannel, chatArgument, eventChannel } from '../shared/contract/channels';
import type { EventEnvelope, EventName, Events } from '../shared/contract/events';

/** Everything the page can reach: one call channel and one event channel; main checks both ends. */
const bridge: EngramBridge = {
  call: <Name extends CallName>(name: Name, input: CallInput<Name>) =>
    ipcRenderer.invoke(callChannel, name, input) as Promise<Reply<CallOutput<Name>>>,
  on: <Name extends EventName>(name: Name, listener: (payload: Events[Name]) => void) => {
    const receive = (_event: unknown, envelope: EventEnvelope): void => {
      if (envelope.name === name) listener(envelope.payload as Events[Name]);
    };
    ipcRenderer.on(eventChannel, receive);
    return () => {
      ipcRenderer.removeListener(eventChannel, receive);
    };
  },
};

contextBridge.exposeInMainWorld('engram', bridge);

// The page reads its words once, before it could ask for anything.
contextBridge.exposeInMainWorld('engramLanguage', told(languageArgument));
contextBridge.exposeInMainWorld('engramChat', told(chatArgument));

/** What main told this page when it opened its window; null where it told nothing. */
function told(name: string): string | null {
  return process.argv.find((argument) => argument.startsWith(name))?.slice(name.length) ?? null;
}
