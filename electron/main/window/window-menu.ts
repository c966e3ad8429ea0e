import { Menu } from 'electron';
import type { MenuSection } from '#core/ipc/menu-channels';
import { menuBarOf } from './menu-bar';
import { mainTexts } from '../texts';

/** The menu bar of the one window. */
export class WindowMenu {
  private sections: readonly MenuSection[] = [];

  constructor(private readonly onCommand: (id: string) => void) {}

  show(sections: readonly MenuSection[]): void {
    this.sections = sections;
    this.writeAgain();
  }

  /** In the language that is spoken now. */
  writeAgain(): void {
    Menu.setApplicationMenu(
      Menu.buildFromTemplate(
        menuBarOf(this.sections, { platform: process.platform, texts: mainTexts(), onCommand: this.onCommand }),
      ),
    );
  }
}
