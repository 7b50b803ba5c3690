/** How long the address of a file must live for the browser to begin saving it. */
const ADDRESS_MS = 10_000;

/** Hands a file to the person through the browser's own saving. */
export function saveFile({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes]));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), ADDRESS_MS);
}
