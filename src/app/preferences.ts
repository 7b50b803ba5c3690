import { DEFAULT_LAYERS, type LayerId } from '../store/layers';
import type { LanguageId, ThemeId, ViewSlice } from '../store/state';
import { rememberedBasemaps } from './remembered-basemaps';

const KEY = 'shuantu.preferences';

interface Preferences {
  readonly theme: ThemeId;
  readonly language: LanguageId;
  readonly panelWidth: number;
  readonly layers: Record<LayerId, boolean>;
  readonly dragHint: boolean;
  readonly addresses: unknown;
  readonly basemap: unknown;
}

/** What a person chose last time, as far as it is readable. */
export function loadPreferences(): Partial<ViewSlice> {
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Preferences>;
    return {
      ...(stored.theme && ['light', 'dark', 'contrast'].includes(stored.theme) ? { theme: stored.theme } : {}),
      ...(stored.language === 'en' || stored.language === 'zh-CN' ? { language: stored.language } : {}),
      ...(typeof stored.panelWidth === 'number' ? { panelWidth: Math.min(720, Math.max(320, stored.panelWidth)) } : {}),
      ...(typeof stored.dragHint === 'boolean' ? { dragHint: stored.dragHint } : {}),
      layers: { ...DEFAULT_LAYERS, ...stored.layers },
      ...rememberedBasemaps(stored.addresses, stored.basemap),
    };
  } catch {
    return {};
  }
}

/** The browser's storage; null where a person or a policy forbids it. */
export function browserStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** Forbidden storage only means that the choice is asked for again. */
export function savePreferences(view: ViewSlice): void {
  const { theme, language, panelWidth, layers, dragHint, addresses } = view;
  const basemap = view.basemap.kind === 'online' ? view.basemap.address.template : null;
  try {
    localStorage.setItem(KEY, JSON.stringify({ theme, language, panelWidth, layers, dragHint, addresses, basemap }));
  } catch {
    return;
  }
}
