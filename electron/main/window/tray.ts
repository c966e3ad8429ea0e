import { Menu, nativeImage, Tray } from 'electron';
import trayIcon from '../../../resources/tray.png?inline';
import { mainTexts } from '../texts';

export interface TrayActions {
  readonly open: () => void;
  readonly stopStaying: () => void;
  readonly quit: () => void;
}

/** The icon that says that Trellis goes on reminding after its window is closed. */
export class TrayIcon {
  private tray: Tray | null = null;

  constructor(private readonly actions: TrayActions) {}

  show(): void {
    if (this.tray !== null) return;
    const { tip, open, stay, quit } = mainTexts().tray;
    const tray = new Tray(nativeImage.createFromDataURL(trayIcon));
    tray.setToolTip(tip);
    tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: open, click: this.actions.open },
        { type: 'separator' },
        { label: stay, type: 'checkbox', checked: true, click: this.actions.stopStaying },
        { type: 'separator' },
        { label: quit, click: this.actions.quit },
      ]),
    );
    tray.on('click', this.actions.open);
    this.tray = tray;
  }

  /** In the language that is spoken now. */
  writeAgain(): void {
    if (this.tray === null) return;
    this.hide();
    this.show();
  }

  hide(): void {
    this.tray?.destroy();
    this.tray = null;
  }
}
