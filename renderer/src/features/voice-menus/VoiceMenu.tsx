import { Link2, Trash2, UserPlus, FolderPlus, X } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import type { MenuAnswer } from '#core/queries/menus';
import type { LicenseTypeId } from '#core/model/vocabulary';
import type { ActCall } from '../../data/session';
import { isRefused, useAnswer, useCatalogue, useRows } from '../../state/model-hooks';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { IconButton } from '../../ui/IconButton';
import { Notice } from '../../ui/Notice';
import { EffectFirst, useTrying, type Trying } from '../../parts/acting';
import { AddToMenuDialog, type Adding } from './AddToMenuDialog';
import { gateOf, givesGroups, typesHeld, type GroupGate } from './group-members';

function setMembers(
  menu: MenuAnswer,
  change: { readonly users?: readonly string[]; readonly groups?: readonly string[] },
): ActCall {
  return {
    do: 'menu.setMembers',
    args: { menuId: menu.id, users: [...(change.users ?? menu.users)], groups: [...(change.groups ?? menu.groups)] },
  };
}

/** Which license a member holds, and whether it lets the menu have groups. */
function MemberLicense({ typeId }: { readonly typeId: LicenseTypeId | undefined }): ReactNode {
  const { text } = useText();
  const names = useNames();
  const catalogue = useCatalogue();
  if (typeId === undefined) return <span className="quiet">{text('menus.noLicense')}</span>;
  return (
    <span className="quiet">
      {names.type(typeId)}{' '}
      {givesGroups(catalogue, typeId) === true ? null : <Badge tone="warning">{text('menus.peopleOnly')}</Badge>}
    </span>
  );
}

/** Why groups may or may not be members, in plain words (U11). */
function Gate({ gate, hasGroups }: { readonly gate: GroupGate; readonly hasGroups: boolean }): ReactNode {
  const { text, list } = useText();
  const names = useNames();
  if (gate.kind === 'open') return hasGroups ? null : <p className="quiet">{text('menus.gateOpen')}</p>;
  return (
    <Notice tone="info" title={text('menus.gateClosed')} rule="U11">
      {gate.kind === 'noLicense'
        ? text('menus.gateNoLicense')
        : text('menus.gateLower', {
            count: gate.userIds.length,
            people: list(gate.userIds.map((userId) => names.user(userId))),
          })}
    </Notice>
  );
}

interface PartProps {
  readonly menu: MenuAnswer;
  readonly trying: Trying;
  readonly onAdd: (adding: Adding) => void;
}

function PeoplePart({ menu, trying, onAdd }: PartProps): ReactNode {
  const { text } = useText();
  const names = useNames();
  const rows = useRows();
  const held = useMemo(() => typesHeld(rows), [rows]);
  const gate = gateOf(useCatalogue(), menu, held);
  return (
    <>
      <section className="menu-part" aria-label={text('menus.people')}>
        <header>
          <h3>{text('menus.people')}</h3>
          <Button size="small" icon={UserPlus} onPress={() => onAdd('user')}>
            {text('menus.addPerson')}
          </Button>
        </header>
        {menu.users.length === 0 ? (
          <p className="quiet">{text('menus.noPeople')}</p>
        ) : (
          <ul>
            {menu.users.map((userId) => (
              <li key={userId}>
                <span>{names.user(userId)}</span>
                <MemberLicense typeId={held.get(userId)} />
                <IconButton
                  size="small"
                  icon={X}
                  label={text('menus.takeOut', { name: names.user(userId), menu: menu.name })}
                  onPress={() =>
                    void trying.tryTo('users', setMembers(menu, { users: menu.users.filter((id) => id !== userId) }))
                  }
                />
              </li>
            ))}
          </ul>
        )}
        {trying.refusedAt('users')}
      </section>
      <section className="menu-part" aria-label={text('menus.groups')}>
        <header>
          <h3>{text('menus.groups')}</h3>
          <Button size="small" icon={FolderPlus} isDisabled={gate.kind !== 'open'} onPress={() => onAdd('group')}>
            {text('menus.addGroup')}
          </Button>
        </header>
        <Gate gate={gate} hasGroups={menu.groups.length > 0} />
        {menu.groups.length === 0 ? null : (
          <ul>
            {menu.groups.map((groupId) => (
              <li key={groupId}>
                <span>{names.group(groupId)}</span>
                <IconButton
                  size="small"
                  icon={X}
                  label={text('menus.takeOut', { name: names.group(groupId), menu: menu.name })}
                  onPress={() =>
                    void trying.tryTo(
                      'groups',
                      setMembers(menu, { groups: menu.groups.filter((id) => id !== groupId) }),
                    )
                  }
                />
              </li>
            ))}
          </ul>
        )}
        {trying.refusedAt('groups')}
      </section>
    </>
  );
}

function NumbersPart({ menu, trying, onAdd }: PartProps): ReactNode {
  const { text } = useText();
  const all = useAnswer('numbers', { free: false });
  const numbers = isRefused(all) ? [] : all.filter((number) => number.menuId === menu.id);
  return (
    <section className="menu-part" aria-label={text('menus.numbers')}>
      <header>
        <h3>{text('menus.numbers')}</h3>
        <Button size="small" icon={Link2} onPress={() => onAdd('number')}>
          {text('menus.addNumber')}
        </Button>
      </header>
      {numbers.length === 0 ? (
        <p className="quiet">{text('menus.noNumbers')}</p>
      ) : (
        <ul>
          {numbers.map((number) => (
            <li key={number.id}>
              <span className="figure selectable">{number.value}</span>
              <span className="quiet">{text(`numberKind.${number.kind}`)}</span>
              <IconButton
                size="small"
                icon={X}
                label={text('menus.detach', { number: number.value, menu: menu.name })}
                onPress={() => void trying.tryTo('numbers', { do: 'number.detach', args: { numberId: number.id } })}
              />
            </li>
          ))}
        </ul>
      )}
      {trying.refusedAt('numbers')}
    </section>
  );
}

/** One voice menu: its people, groups and numbers. */
export function VoiceMenu({ menu }: { readonly menu: MenuAnswer }): ReactNode {
  const { text } = useText();
  const names = useNames();
  const trying = useTrying();
  const [adding, setAdding] = useState<Adding | null>(null);
  const [isRemoving, setRemoving] = useState(false);
  return (
    <article className="voice-menu" aria-label={menu.name}>
      <header>
        <div>
          <p className="voice-menu-name selectable">{menu.name}</p>
          <p className="quiet">
            {text(`menuKind.${menu.kind}`)} · {names.group(menu.groupId)}
          </p>
        </div>
        <IconButton icon={Trash2} label={text('menus.remove', { menu: menu.name })} onPress={() => setRemoving(true)} />
      </header>
      <NumbersPart menu={menu} trying={trying} onAdd={setAdding} />
      <PeoplePart menu={menu} trying={trying} onAdd={setAdding} />
      {adding === null ? null : (
        <AddToMenuDialog
          menu={menu}
          adding={adding}
          callFor={(id) =>
            adding === 'number'
              ? { do: 'number.attach', args: { numberId: id, to: { menuId: menu.id } } }
              : setMembers(menu, adding === 'user' ? { users: [...menu.users, id] } : { groups: [...menu.groups, id] })
          }
          onClose={() => setAdding(null)}
        />
      )}
      {isRemoving ? (
        <EffectFirst
          help="voice-menus"
          title={text('menus.removeTitle', { menu: menu.name })}
          call={{ do: 'menu.remove', args: { menuId: menu.id } }}
          actName={text('menus.removeDo')}
          onClose={() => setRemoving(false)}
        >
          <p>{text('menus.removeText', { users: menu.users.length, groups: menu.groups.length })}</p>
        </EffectFirst>
      ) : null}
    </article>
  );
}
