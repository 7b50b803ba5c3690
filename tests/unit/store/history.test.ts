import { describe, expect, it } from 'vitest';
import { type Change, changeOf } from '../../../src/model/change/change';
import { History } from '../../../src/store/history';

const step = (key: string): Change => changeOf({ key }, {});

function historyOf(...keys: string[]): History {
  const history = new History();
  for (const key of keys) history.push(step(key), step(`-${key}`));
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
    history.push(step('c'), step('-c'));
    expect(history.redoLabel).toBeNull();
    expect(history.back()?.label.key).toBe('-c');
    expect(history.back()?.label.key).toBe('-a');
  });
});
