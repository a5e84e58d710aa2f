import { contextBridge, ipcRenderer } from 'electron';
import { languageArgument } from '../shared/catalogue/languages';
import type { CallInput, CallName, CallOutput } from '../shared/contract/calls';
import type { EngramBridge, Reply } from '../shared/contract/channels';
import { callChannel, eventChannel } from '../shared/contract/channels';
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
const told = process.argv.find((argument) => argument.startsWith(languageArgument));
contextBridge.exposeInMainWorld('engramLanguage', told?.slice(languageArgument.length) ?? null);
