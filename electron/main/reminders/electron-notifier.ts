import { Notification } from 'electron';
import { logEvent } from '../log';
import type { Notifier } from './reminder-keeper';

/** The system's notifications. Those that stand are held on to, because one that is forgotten is never taken up. */
export function electronNotifier(): Notifier {
  const standing = new Set<Notification>();
  return {
    isAvailable: () => Notification.isSupported(),
    show: ({ title, body, keys }, onTakenUp) => {
      const notification = new Notification({ title, body });
      notification.on('click', () => {
        standing.delete(notification);
        onTakenUp();
      });
      notification.on('close', () => standing.delete(notification));
      notification.on('failed', () => logEvent('notification failed', { events: keys.length }));
      standing.add(notification);
      notification.show();
      logEvent('notification', { events: keys.length });
    },
  };
}
