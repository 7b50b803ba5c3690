import type { Page } from 'playwright-core';

/** An edit that the page has answered: its number, and how long it took until the screen said that it is saved. */
export interface SavedEdit {
  readonly number: number;
  readonly ms: number;
}

/** Address under which a hydrant of the demonstration zone is open in the inspector. */
export function inspectorAddress(id: string): string {
  return `#job=data&sel=hydrant/${id}`;
}

/**
 * Types one note after the other into the inspector, as fast as each is saved or with a pause between, and tells of each that
 * the screen calls saved. Ends after `count`, or with the page.
 */
export async function editNotes(
  page: Page,
  { from, count, pauseMs = 0 }: { readonly from: number; readonly count: number; readonly pauseMs?: number },
  onSaved: (edit: SavedEdit) => void,
): Promise<void> {
  await page.getByLabel('备注').waitFor();
  await page.exposeBinding('shuantuSaved', (_, edit: SavedEdit) => onSaved(edit)).catch(() => undefined);
  // tsx marks functions with their names by a helper that the page does not have.
  await page.evaluate('globalThis.__name ??= (named) => named');
  await page.evaluate(
    async ([first, many, pause]) => {
      const label = [...document.querySelectorAll('.inspector label')].find(
        ({ textContent }) => textContent === '备注',
      ) as HTMLLabelElement;
      const input = document.getElementById(label.htmlFor) as HTMLInputElement;
      const status = document.querySelector('.save-state') as HTMLElement;
      const setText = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!;
      const reached = (state: string): Promise<void> =>
        new Promise((resolve) => {
          const look = (): void => {
            if (!status.classList.contains(state)) return;
            watch.disconnect();
            resolve();
          };
          const watch = new MutationObserver(look);
          watch.observe(status, { attributes: true });
          look();
        });
      await reached('saved');
      for (let number = first!; number < first! + many!; number++) {
        input.focus();
        setText.call(input, String(number));
        input.dispatchEvent(new Event('input', { bubbles: true }));
        const started = performance.now();
        input.blur();
        await reached('saving');
        await reached('saved');
        const ms = performance.now() - started;
        void (window as unknown as { shuantuSaved(edit: SavedEdit): void }).shuantuSaved({ number, ms });
        if (pause) await new Promise((resolve) => setTimeout(resolve, pause));
      }
    },
    [from, count, pauseMs],
  );
}
