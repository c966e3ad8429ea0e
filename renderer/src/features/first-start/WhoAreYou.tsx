import { useMemo, useState, type ReactNode } from 'react';
import { Button as PlainButton } from 'react-aria-components';
import type { PersonToBe, StartActions } from '../../state/start-hooks';
import { useText } from '../../text/text';
import { SearchField } from '../../ui/SearchField';
import { bestMatches } from '../../parts/search';
import { Emblem } from './Emblem';
import './first-start.css';

const mostShown = 40;

/** Choice of the person at this computer among the people of the account; those who administer come first. */
export function WhoAreYou({
  people,
  actions,
}: {
  readonly people: readonly PersonToBe[];
  readonly actions: Pick<StartActions, 'choosePerson'>;
}): ReactNode {
  const { text, has, compare } = useText();
  const [typed, setTyped] = useState('');
  const sorted = useMemo(
    () =>
      [...people].sort(
        (one, other) =>
          Number(one.roleId === 'resident') - Number(other.roleId === 'resident') || compare(one.name, other.name),
      ),
    [people, compare],
  );
  const shown = typed.trim() === '' ? sorted.slice(0, mostShown) : bestMatches(sorted, typed, mostShown);
  const roleName = (roleId: string): string =>
    has(`role.${roleId}`) ? text(`role.${roleId}` as 'role.owner') : roleId;
  return (
    <main className="first-start" data-help="begin">
      <header className="first-start-head">
        <Emblem />
        <h1>{text('start.who')}</h1>
        <p>{text('start.whoText')}</p>
      </header>
      <div className="who-are-you">
        <SearchField label={text('start.whoSearch')} value={typed} onChange={setTyped} autoFocus />
        <ul>
          {shown.map((person) => (
            <li key={person.id}>
              <PlainButton className="who-person" onPress={() => void actions.choosePerson(person.id)}>
                <span>{person.name}</span>
                <span className="quiet">{roleName(person.roleId)}</span>
              </PlainButton>
            </li>
          ))}
        </ul>
        {shown.length === 0 ? (
          <p className="quiet" role="status">
            {text('ui.nothingFound')}
          </p>
        ) : null}
      </div>
    </main>
  );
}
