import { Command } from 'commander';
import { type Language, sentence } from '../text/speak';
import type { Say } from './load';

/** What a command speaks through: notes to stderr, its answer to stdout. */
export interface Terminal {
  readonly language: Language;
  readonly say: Say;
  readonly print: (text: string) => void;
}

export function terminalFor(language: Language): Terminal {
  return {
    language,
    say: (issue, where) => {
      process.stderr.write(`${where ? `${where}: ` : ''}${sentence(issue, language)}\n`);
    },
    print: (text) => {
      process.stdout.write(`${text}\n`);
    },
  };
}

/** A command that takes `--lang` and reports wrong usage instead of ending the process. */
export function speaking(name: string): Command {
  return new Command(name).option('--lang <code>', 'language of words: zh or en').exitOverride().showHelpAfterError();
}

/** Collects the values of an option that may be given several times. */
export function many(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}
