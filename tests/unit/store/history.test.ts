import { describe, expect, it } from 'vitest';
import { type Change, changeOf } from '../../../src/model/change/change';
import { History } from '../../../src/store/history';

const step = (key: string): Change => changeOf({ key }, {});
const joinLabels = (first: Change, second: Change): Change => step(`${first.label.key}+${second.label.key}`);

function historyOf(...keys: string[]): History {
  const history = new History(joinLabels);
  for (const key of keys) history.push(step(key), step(`-${key}`), 'record');
  return history;
}

describe('History', () => {
  it('gives the reverse of the last step, then of the one before, then nothing', () => {
    const history = historyOf('a', 'b');
    expect(history.back()?.label.key).toBe('-b');
    expect(history.back()?.label.key).toBe('-a');
    expect(history.back()).toBeNull();
  });

  it('does again what was undone, in order', () => {
    const history = historyOf('a', 'b');
    history.back();
    history.back();
    expect(history.redoLabel?.key).toBe('a');
    expect(history.again()?.label.key).toBe('a');
    expect(history.again()?.label.key).toBe('b');
    expect(history.again()).toBeNull();
  });

  it('forgets what was undone once something new is done', () => {
    const history = historyOf('a', 'b');
    history.back();
    history.push(step('c'), step('-c'), 'record');
    expect(history.redoLabel).toBeNull();
    expect(history.back()?.label.key).toBe('-c');
    expect(history.back()?.label.key).toBe('-a');
  });

  it('squashes into the last step and undoes both in the right order', () => {
    const history = historyOf('a');
    history.push(step('b'), step('-b'), 'squash');
    expect(history.undoLabel?.key).toBe('a+b');
    expect(history.back()?.label.key).toBe('-b+-a');
    expect(history.back()).toBeNull();
  });

  it('keeps no trace of an ignored change', () => {
    const history = new History(joinLabels);
    history.push(step('a'), step('-a'), 'ignore');
    expect(history.undoLabel).toBeNull();
  });
});
