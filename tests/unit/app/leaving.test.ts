import { expect, it } from 'vitest';
import { wouldLose } from '../../../src/app/leaving';

it.each([
  ['an edit that is on its way to the database', { saving: 'saving', undo: { key: 'move' }, redo: null }, true],
  ['an edit that is stored', { saving: 'saved', undo: { key: 'move' }, redo: null }, false],
  ['an edit that lives in memory alone', { saving: 'memory', undo: { key: 'move' }, redo: null }, true],
  ['a plan in memory that nobody has changed', { saving: 'memory', undo: null, redo: null }, false],
] as const)('knows whether leaving would lose %s', (_, plan, lost) => {
  expect(wouldLose(plan)).toBe(lost);
});
