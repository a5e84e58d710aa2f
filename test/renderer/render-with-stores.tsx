import { Provider as TooltipProvider } from '@radix-ui/react-tooltip';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createNavigation } from '../../src/renderer/stores/navigation';
import { connectEvents, createStores } from '../../src/renderer/stores/stores';
import { StoresProvider } from '../../src/renderer/stores/use-stores';
import type { FakeBridge } from './fake-bridge';
import { createFakeTimers } from './fake-timers';

/** Renders a part of the page on stores of its own. */
export function renderWithStores(bridge: FakeBridge, children: ReactNode) {
  const timers = createFakeTimers();
  const stores = createStores(bridge, timers);
  const navigation = createNavigation(stores);
  connectEvents(bridge, stores);
  const view = render(
    <StoresProvider stores={stores} navigation={navigation}>
      <TooltipProvider>{children}</TooltipProvider>
    </StoresProvider>,
  );
  return { ...view, stores, navigation, timers };
}
