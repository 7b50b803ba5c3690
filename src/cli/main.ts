import { Command, CommanderError } from 'commander';
import { issueOf } from '../base/issue';
import type { Language } from '../text/speak';
import { audit } from './commands/audit';
import { convert } from './commands/convert';
import { coverage } from './commands/coverage';
import { demo } from './commands/demo';
import { hose } from './commands/hose';
import { importFile } from './commands/import';
import { response } from './commands/response';
import { type Terminal, terminalFor } from './terminal';
import { BadInput, WrongUsage } from './usage';

const GOOD = 0;
const BAD_INPUT = 1;
const WRONG_USAGE = 2;

const COMMANDS = [coverage, response, hose, audit, convert, importFile, demo];

/** Runs the command line; returns the exit code: 0 good, 1 the input or the answer is bad, 2 wrong usage. */
export async function main(args: readonly string[]): Promise<number> {
  const terminal = terminalFor(languageOf(args));
  try {
    await program(terminal).parseAsync([...args], { from: 'user' });
    return GOOD;
  } catch (error) {
    if (error instanceof BadInput || error instanceof WrongUsage) {
      terminal.say(error.issue);
      return error instanceof BadInput ? BAD_INPUT : WRONG_USAGE;
    }
    if (error instanceof CommanderError) return error.exitCode === 0 ? GOOD : WRONG_USAGE;
    terminal.say(issueOf('cli.unexpected', { detail: String((error as Error).message ?? error) }));
    return BAD_INPUT;
  }
}

function program(terminal: Terminal): Command {
  const root = new Command('shuantu')
    .description('栓图 · hydrant coverage and station response for fire brigades')
    .option('--lang <code>', 'language of words: zh or en (default: from LANG)')
    .exitOverride()
    .showHelpAfterError();
  for (const command of COMMANDS) root.addCommand(command(terminal));
  return root;
}

function languageOf(args: readonly string[]): Language {
  const at = args.indexOf('--lang');
  const wanted = at >= 0 ? (args[at + 1] ?? '') : (process.env.LC_ALL ?? process.env.LANG ?? '');
  return /^zh/i.test(wanted) ? 'zh-CN' : 'en';
}
