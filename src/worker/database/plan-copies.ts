interface Ask {
  readonly kind: 'ask';
  readonly id: string;
}
interface Copy {
  readonly kind: 'copy';
  readonly id: string;
  readonly bytes: Uint8Array;
}

/** Hands out copies of a plan to other tabs that ask for one, until the function returned is called. */
export function serveCopies(key: string, bytes: () => Promise<Uint8Array>): () => void {
  const channel = new BroadcastChannel(channelOf(key));
  channel.onmessage = async ({ data }: MessageEvent<Ask | Copy>) => {
    if (data.kind === 'ask') channel.postMessage({ kind: 'copy', id: data.id, bytes: await bytes() } satisfies Copy);
  };
  return () => channel.close();
}

/** A copy of the plan from the tab that has it open; never resolves when none answers before `signal` aborts. */
export function askForCopy(key: string, signal: AbortSignal): Promise<Uint8Array> {
  const channel = new BroadcastChannel(channelOf(key));
  const id = crypto.randomUUID();
  signal.addEventListener('abort', () => channel.close());
  return new Promise((resolve) => {
    channel.onmessage = ({ data }: MessageEvent<Ask | Copy>) => {
      if (data.kind === 'copy' && data.id === id) resolve(data.bytes);
    };
    channel.postMessage({ kind: 'ask', id } satisfies Ask);
  });
}

function channelOf(key: string): string {
  return `shuantu-plan ${key}`;
}
