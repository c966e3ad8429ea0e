import type { AnnouncementName, Announcements } from '#core/ipc/announcements';
import type { TrellisBridge } from '#core/ipc/bridge';
import type { CallAnswer, ChannelName, RequestOf } from '#core/ipc/channels';

declare global {
  interface Window {
    /** Put there by the preload; tests put their own there. */
    trellis: TrellisBridge;
  }
}

/** Asks main. Never throws: what goes wrong is in the answer. */
export function ask<Name extends ChannelName>(name: Name, request: RequestOf<Name>): Promise<CallAnswer<Name>> {
  return window.trellis.call[name](request);
}

/** Listens to what main tells; returns a function that stops. */
export function hear<Name extends AnnouncementName>(
  name: Name,
  listener: (announcement: Announcements[Name]) => void,
): () => void {
  return window.trellis.on[name](listener);
}
