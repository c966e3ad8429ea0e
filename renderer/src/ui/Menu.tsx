import type { LucideIcon } from 'lucide-react';
import { useRef, type ReactElement, type ReactNode } from 'react';
import {
  Header,
  Menu as AriaMenu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
  Text,
} from 'react-aria-components';
import { givenProps } from './given-props';
import { KeyCap } from './KeyCap';
import './Menu.css';

/** A line of a menu. */
export interface MenuChoice {
  readonly id: string;
  readonly name: string;
  readonly keys?: string | undefined;
  readonly icon?: LucideIcon | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly tone?: 'normal' | 'danger' | undefined;
  readonly run: () => void;
}

/** Lines that belong together; sections are divided by a line. */
export interface MenuGroup {
  readonly id: string;
  readonly name?: string | undefined;
  readonly choices: readonly MenuChoice[];
}

function MenuLines({ label: said, groups }: Pick<MenuProps, 'label' | 'groups'>): ReactNode {
  const label = typeof said === 'function' ? said() : said;
  const filled = (typeof groups === 'function' ? groups() : groups).filter((group) => group.choices.length > 0);
  return (
    <AriaMenu className="menu" aria-label={label}>
      {filled.map((group, index) => (
        <MenuSection key={group.id} className="menu-section" aria-label={group.name ?? label}>
          {index === 0 ? null : <Separator className="menu-line" />}
          {group.name === undefined ? null : <Header className="menu-header">{group.name}</Header>}
          {group.choices.map((choice) => (
            <MenuItem
              key={choice.id}
              id={choice.id}
              textValue={choice.name}
              className={`menu-item menu-item-${choice.tone ?? 'normal'}`}
              onAction={choice.run}
              {...givenProps({ isDisabled: choice.isDisabled })}
            >
              <span className="menu-icon">
                {choice.icon === undefined ? null : <choice.icon size="1.1em" aria-hidden />}
              </span>
              <Text slot="label" className="menu-name">
                {choice.name}
              </Text>
              {choice.keys === undefined ? null : (
                <Text slot="description">
                  <KeyCap keys={choice.keys} />
                </Text>
              )}
            </MenuItem>
          ))}
        </MenuSection>
      ))}
    </AriaMenu>
  );
}

export interface MenuProps {
  /** A function is asked when the menu opens. */
  readonly label: string | (() => string);
  readonly trigger: ReactElement;
  /** A function is asked when the menu opens, so that it says what can be done then. */
  readonly groups: readonly MenuGroup[] | (() => readonly MenuGroup[]);
  readonly placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end' | undefined;
}

/** A menu that a button opens. */
export function Menu({ label, trigger, groups, placement = 'bottom start' }: MenuProps): ReactNode {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="menu-popover" placement={placement} offset={4}>
        <MenuLines label={label} groups={groups} />
      </Popover>
    </MenuTrigger>
  );
}

export interface ContextMenuProps {
  readonly label: string | (() => string);
  /** Where it opens, in pixels of the window; `null` while it is closed. */
  readonly at: { readonly x: number; readonly y: number } | null;
  readonly onClose: () => void;
  readonly groups: readonly MenuGroup[];
}

/** A menu at a point: the right mouse button, the menu key or Shift+F10. */
export function ContextMenu({ label, at, onClose, groups }: ContextMenuProps): ReactNode {
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span ref={anchor} className="menu-anchor" style={{ left: at?.x ?? 0, top: at?.y ?? 0 }} aria-hidden />
      <Popover
        className="menu-popover"
        triggerRef={anchor}
        placement="bottom start"
        offset={2}
        isOpen={at !== null}
        onOpenChange={(open) => {
          if (!open) onClose();
        }}
        aria-label={typeof label === 'function' ? (at === null ? '' : label()) : label}
      >
        {at === null ? null : (
          <MenuLines
            label={label}
            groups={groups.map((group) => ({
              ...group,
              choices: group.choices.map((choice) => ({
                ...choice,
                run: () => {
                  onClose();
                  choice.run();
                },
              })),
            }))}
          />
        )}
      </Popover>
    </>
  );
}
