import type { TrellisBridge } from '#core/ipc/bridge';

interface Saved {
  readonly rows: readonly unknown[];
}

/** A main that saves every table it is given, where the person would be asked for a place. Answers the list that it adds them to. */
export function savedFiles(): readonly Saved[] {
  const saved: Saved[] = [];
  window.trellis = {
    call: {
      'exports.save': (request: Saved) => {
        saved.push(request);
        return Promise.resolve({ ok: true, value: { entries: request.rows.length - 1 } });
      },
    },
  } as unknown as TrellisBridge;
  return saved;
}
