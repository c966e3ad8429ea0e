import type { ReactNode } from 'react';
import { commandEntries, keysOf, useCommands, type CommandId } from '../../parts/commands';
import { useTheme } from '../../state/view-hooks';
import { useLanguageChoice } from '../../text/language';
import { useText, type TextKey } from '../../text/text';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { KeyCap } from '../../ui/KeyCap';
import { RadioGroup } from '../../ui/RadioGroup';
import { Select } from '../../ui/Select';
import { normalSize, sizes, useTypeSize } from '../../ui/type-size';
import { StaySwitch } from '../reminders';
import './settings.css';

/** What else is set, and where: each opens in place of the settings. */
const elsewhere: readonly { readonly id: string; readonly commands: readonly CommandId[] }[] = [
  {
    id: 'computer',
    commands: [
      'look.keys',
      'account.reminders',
      'account.exportReminders',
      'account.mail',
      'account.backups',
      'account.lockAfter',
      'help.log',
    ],
  },
  {
    id: 'account',
    commands: [
      'account.properties',
      'account.catalogue',
      'account.roles',
      'account.administrators',
      'account.share',
      'account.protect',
      'people.computers',
    ],
  },
];

function Part({ of: named, children }: { readonly of: TextKey; readonly children: ReactNode }): ReactNode {
  const { text } = useText();
  return (
    <section className="settings-part">
      <h3>{text(named)}</h3>
      {children}
    </section>
  );
}

/** Everything that can be set, in one place: what holds on this computer here, and the ways to what holds for the account. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { text, percent } = useText();
  const registry = useCommands();
  const [language, chooseLanguage] = useLanguageChoice();
  const { theme, setTheme } = useTheme();
  const { size, setSize } = useTypeSize();

  function lead(id: CommandId): ReactNode {
    const entry = commandEntries.find((one) => one.id === id);
    if (entry === undefined || !registry.isEnabled(id)) return null;
    const keys = keysOf(id);
    return (
      <Button
        key={id}
        onPress={() => {
          onClose();
          // The dialog that opens waits until this one has let go of the keyboard.
          requestAnimationFrame(() => void registry.run(id));
        }}
      >
        {text(entry.name)}
        {keys === undefined ? null : <KeyCap keys={keys} />}
      </Button>
    );
  }

  return (
    <Dialog help="settings" title={text('settings.title')} isOpen onClose={onClose} size="large">
      <div className="settings">
        <Part of="settings.look">
          <RadioGroup
            label={text('settings.theme')}
            value={theme}
            onChange={setTheme}
            choices={[
              { id: 'system', name: text('settings.theme.system') },
              { id: 'light', name: text('settings.theme.light') },
              { id: 'dark', name: text('settings.theme.dark') },
            ]}
          />
          <Select
            label={text('settings.size')}
            value={String(size)}
            onChange={(chosen) => setSize(Number(chosen))}
            choices={sizes.map((one) => ({
              id: String(one),
              name:
                one === normalSize ? text('settings.size.normal', { percent: percent(one / 100) }) : percent(one / 100),
            }))}
          />
        </Part>
        <Part of="settings.language">
          <RadioGroup
            label={text('settings.language.of')}
            value={language}
            onChange={chooseLanguage}
            choices={[
              { id: 'system', name: text('command.languageSystem') },
              { id: 'en', name: text('command.languageEnglish') },
              { id: 'de', name: text('command.languageGerman') },
            ]}
          />
        </Part>
        <Part of="settings.notices">
          <p className="quiet">{text('settings.notices.text')}</p>
          <StaySwitch />
        </Part>
        {elsewhere.map(({ id, commands }) => (
          <Part key={id} of={id === 'computer' ? 'settings.computer' : 'settings.account'}>
            <div className="settings-ways">{commands.map(lead)}</div>
          </Part>
        ))}
      </div>
    </Dialog>
  );
}
