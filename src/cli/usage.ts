import type { Issue } from '../base/issue';

/** The command was called wrongly: exit code 2 and the issue's sentence. */
export class WrongUsage extends Error {
  constructor(readonly issue: Issue) {
    super(issue.code);
    this.name = 'WrongUsage';
  }
}

/** The input or the answer is bad: exit code 1 and the issue's sentence. */
export class BadInput extends Error {
  constructor(readonly issue: Issue) {
    super(issue.code);
    this.name = 'BadInput';
  }
}
