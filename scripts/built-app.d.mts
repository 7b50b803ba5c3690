/** Builds the app into dist/ when what it is made of has changed since. */
export function buildWhenChanged(): void;
/** Serves dist/ on this machine only. */
export function serveBuilt(port: number, strictPort?: boolean): Promise<import('vite').PreviewServer>;
