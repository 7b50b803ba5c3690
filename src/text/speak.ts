import type { Issue } from '../base/issue';
import enIssue from './en/issue.json';
import enModel from './en/model.json';
import zhIssue from './zh-CN/issue.json';
import zhModel from './zh-CN/model.json';

export type Language = 'zh-CN' | 'en';

const ISSUES: Readonly<Record<Language, unknown>> = { 'zh-CN': zhIssue, en: enIssue };
const MODELS: Readonly<Record<Language, unknown>> = { 'zh-CN': zhModel, en: enModel };

/** Parameters that name a thing of the model rather than a value. */
const NAMED: Readonly<Record<string, (value: string, params: Issue['params']) => string>> = {
  type: (value) => `${value}.label`,
  entity: (value) => `${value}.label`,
  field: (value, { type }) => `${type ?? ''}.${value}.label`,
};

/** An issue's sentence in a language; the same in the app and on the command line. */
export function sentence({ code, params }: Issue, language: Language): string {
  const template = lookUp(ISSUES[language], code) ?? code;
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) return '';
    const path = NAMED[name]?.(String(value), params);
    return (path && lookUp(MODELS[language], path)) ?? String(value);
  });
}

/** A name of the model's catalogue by its path, such as `hydrant.status.working`; the path itself where there is none. */
export function modelWord(path: string, language: Language): string {
  return lookUp(MODELS[language], path) ?? path;
}

function lookUp(tree: unknown, path: string): string | undefined {
  let at: unknown = tree;
  for (const step of path.split('.')) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as Record<string, unknown>)[step];
  }
  return typeof at === 'string' ? at : undefined;
}
