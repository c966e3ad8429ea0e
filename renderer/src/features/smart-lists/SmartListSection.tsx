import { Check, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, ListBox, ListBoxItem } from 'react-aria-components';
import { useListCount } from '../../state/smart-list-hooks';
import { useShownList } from '../../state/view-hooks';
import { listNames, type ListName } from '../../state/view-store';
import { useText } from '../../text/text';
import { useRemembered } from '../../platform/remembered';
import { listLooks } from './list-looks';
import { Owing, useOwingCount } from './Owing';
import './smart-lists.css';

function Count({ list }: { readonly list: ListName }): ReactNode {
  const { number, text } = useText();
  const count = useListCount(list);
  if (count === null)
    return (
      <span className="smart-list-count smart-list-counting" aria-label={text('lists.counting')}>
        …
      </span>
    );
  if (count === 0)
    return (
      <span className="smart-list-done">
        <Check size="1em" role="img" aria-label={text('lists.done')} />
      </span>
    );
  return <span className={`smart-list-count smart-list-count-${listLooks[list].tone}`}>{number(count)}</span>;
}

/** How much cannot wait, while the lists are folded away. */
function Urgent(): ReactNode {
  const urgent = (useListCount('attention') ?? 0) + (useListCount('short') ?? 0) + useOwingCount();
  return urgent === 0 ? null : <span className="smart-list-count smart-list-count-danger">{urgent}</span>;
}

/** The lists of what still has to be done, above the tree: one that is empty is done. */
export function SmartListSection(): ReactNode {
  const { text } = useText();
  const { list: shown, show } = useShownList();
  const [isOpen, setOpen] = useRemembered('lists.open', true);
  return (
    <section className="smart-lists" aria-label={text('lists.title')}>
      <Button className="smart-lists-head" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
        <ChevronRight
          size="1em"
          aria-hidden
          className={isOpen ? 'smart-lists-arrow smart-lists-arrow-open' : 'smart-lists-arrow'}
        />
        {text('lists.title')}
        {isOpen ? null : <Urgent />}
      </Button>
      {isOpen ? <Owing /> : null}
      {isOpen ? (
        <ListBox
          className="smart-list-box"
          aria-label={text('lists.title')}
          selectionMode="single"
          selectedKeys={shown === null ? [] : [shown]}
          onSelectionChange={(keys) => {
            const [chosen] = keys === 'all' ? [] : [...keys];
            show(listNames.find((name) => name === chosen) ?? null);
          }}
        >
          {listNames.map((name) => {
            const { icon: Icon } = listLooks[name];
            return (
              <ListBoxItem
                key={name}
                id={name}
                textValue={text(`list.${name}`)}
                className="smart-list"
                data-smart-list={name}
              >
                <Icon size="1.1em" aria-hidden className="smart-list-icon" />
                <span className="smart-list-name">{text(`list.${name}`)}</span>
                <Count list={name} />
              </ListBoxItem>
            );
          })}
        </ListBox>
      ) : null}
    </section>
  );
}
