import { BrowserWindow, nativeTheme, screen } from 'electron';
import path from 'node:path';
import { windowAddress } from '../security/scheme';
import { isReachable, readWindowBounds, writeWindowBounds } from './window-bounds';

const usualSize = { width: 1440, height: 900 };
const smallestSize = { minWidth: 960, minHeight: 600 };

/** Opens the one window of this installation, where it was last. */
export function openWindow(profile: string): BrowserWindow {
  const kept = readWindowBounds(profile);
  const screens = screen.getAllDisplays().map((display) => display.workArea);
  const place = kept !== null && isReachable(kept, screens) ? kept : null;
  const window = new BrowserWindow({
    ...usualSize,
    ...smallestSize,
    ...(place === null ? {} : { x: place.x, y: place.y, width: place.width, height: place.height }),
    show: false,
    title: 'Trellis',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#16191d' : '#ffffff',
    webPreferences: {
      preload: path.join(__dirname, '..', 'preload', 'index.js'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  });
  window.webContents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  if (place?.maximised === true) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () =>
    writeWindowBounds(profile, { ...window.getNormalBounds(), maximised: window.isMaximized() }),
  );
  void window.loadURL(windowAddress);
  return window;
}
