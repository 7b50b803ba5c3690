import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { App } from '../../store/app';
import type { AppState } from '../../store/state';

const AppContext = createContext<App | null>(null);

export const AppProvider = AppContext.Provider;

/** The app that commands work on. */
export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error('No AppProvider above this component');
  return app;
}

/** A part of the state; the component draws again when the part changes. */
export function useAppState<T>(pick: (state: AppState) => T): T {
  return useStore(useApp().store, pick);
}
