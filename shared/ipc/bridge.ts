import type { AnnouncementName, Announcements } from './announcements';
import type { CallAnswer, ChannelName, RequestOf } from './channels';

/** Bridge that the preload puts into the window as `window.trellis`: one function a channel, one a kind of announcement. */
export interface TrellisBridge {
  readonly call: { readonly [Name in ChannelName]: (request: RequestOf<Name>) => Promise<CallAnswer<Name>> };
  readonly on: {
    /** Returns a function that stops listening. */
    readonly [Name in AnnouncementName]: (listener: (announcement: Announcements[Name]) => void) => () => void;
  };
}
