import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import './styles/tokens.css';
import './styles/base.css';
import { setNonce } from 'get-nonce';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { language } from '../shared/catalogue/language';
import { sessionIdSchema } from '../shared/model/ids';
import { App, readChatPanes } from './app';
import { createBridge } from './bridge';
import { openLife } from './stores/open-life';
import { windowTimers } from './stores/pacer';
import { StoresProvider } from './stores/use-stores';
import { Boundary } from './ui/boundary';

// Dialogs and menus add a style element while they are open; the page's policy wants its nonce on it.
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;
if (nonce !== undefined) setNonce(nonce);

document.documentElement.lang = language;

const element = document.getElementById('root');
if (element === null) throw new Error('The page has no root element');
const root = createRoot(element);
let lives = 0;
const chat = sessionIdSchema.safeParse(window.engramChat).data ?? null;
openLife(createBridge(window.engram), windowTimers, chat, ({ stores, navigation }) => {
  // A new key takes everything down that components hold themselves.
  lives += 1;
  root.render(
    <StrictMode key={lives}>
      <Boundary reload={() => window.location.reload()}>
        <StoresProvider stores={stores} navigation={navigation}>
          <App />
        </StoresProvider>
      </Boundary>
    </StrictMode>,
  );
});
void readChatPanes();
