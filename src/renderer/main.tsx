import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import './styles/tokens.css';
import './styles/base.css';
import { setNonce } from 'get-nonce';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { createBridge } from './bridge';
import { createNavigation } from './stores/navigation';
import { windowTimers } from './stores/pacer';
import { connectEvents, createStores } from './stores/stores';
import { StoresProvider } from './stores/use-stores';

// Dialogs and menus add a style element while they are open; the page's policy wants its nonce on it.
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;
if (nonce !== undefined) setNonce(nonce);

const bridge = createBridge(window.engram);
const stores = createStores(bridge, windowTimers);
const navigation = createNavigation(stores);
connectEvents(bridge, stores);
void navigation.begin();

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root element');
createRoot(root).render(
  <StrictMode>
    <StoresProvider stores={stores} navigation={navigation}>
      <App />
    </StoresProvider>
  </StrictMode>,
);
