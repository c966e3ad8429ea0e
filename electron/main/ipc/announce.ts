import type { WebContents } from 'electron';
import type { AnnouncementName, Announcements } from '#core/ipc/announcements';

export type Announce = <Name extends AnnouncementName>(name: Name, announcement: Announcements[Name]) => void;

/** Tells one window something; a window that is gone hears nothing. */
export function announceTo(contents: WebContents): Announce {
  return (name, announcement) => {
    if (!contents.isDestroyed()) contents.send(name, announcement);
  };
}
