import type { ReactNode } from 'react';
import { useText } from '../../text/text';
import { Dialog } from '../../ui/Dialog';
import { KeyCap } from '../../ui/KeyCap';
import { commandEntries, commandSections } from './command-list';
import { isMacComputer, printKeys } from './keys';
import './commands.css';

const treeKeys = [
  { keys: '↑ ↓', name: 'keys.move' },
  { keys: '→ ←', name: 'keys.openClose' },
  { keys: 'Home End', name: 'keys.firstLast' },
  { keys: 'Shift+↓', name: 'keys.extend' },
  { keys: 'Space', name: 'keys.toggle' },
  { keys: 'A…Z', name: 'keys.typeAhead' },
] as const;

/** Every key there is, by where it works. */
export function KeyHelp({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }): ReactNode {
  const { text } = useText();
  const isMac = isMacComputer();
  return (
    <Dialog help="keys" title={text('keys.title')} isOpen={isOpen} onClose={onClose} size="large">
      {/* Reached by Tab, so that arrows scroll what is longer than the dialog. */}
      <div className="key-help" tabIndex={0}>
        {commandSections.map((section) => (
          <section key={section}>
            <h3>{text(`commandSection.${section}`)}</h3>
            <dl>
              {commandEntries
                .filter((entry) => entry.section === section && entry.keys !== undefined)
                .map((entry) => (
                  <div key={entry.id}>
                    <dt>{text(entry.name)}</dt>
                    <dd>
                      <KeyCap keys={printKeys(entry.keys ?? '', isMac)} />
                    </dd>
                  </div>
                ))}
              {section === 'tree'
                ? treeKeys.map((line) => (
                    <div key={line.name}>
                      <dt>{text(line.name)}</dt>
                      <dd>
                        <KeyCap keys={line.keys} />
                      </dd>
                    </div>
                  ))
                : null}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
