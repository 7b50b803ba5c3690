import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { LanguageId } from '../store/state';
import enApp from '../text/en/app.json';
import enModel from '../text/en/model.json';
import zhApp from '../text/zh-CN/app.json';
import zhModel from '../text/zh-CN/model.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: { app: typeof zhApp; model: typeof zhModel };
  }
}

/** Both languages are small and always there; React escapes what it shows. */
export function startLanguage(language: LanguageId): void {
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh-CN',
    defaultNS: 'app',
    interpolation: { escapeValue: false },
    resources: { 'zh-CN': { app: zhApp, model: zhModel }, en: { app: enApp, model: enModel } },
  });
}

export function changeLanguage(language: LanguageId): void {
  document.documentElement.lang = language;
  void i18next.changeLanguage(language);
}
