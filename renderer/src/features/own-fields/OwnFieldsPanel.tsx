import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { FieldRow } from '#core/model/rows';
import { tableOfFields } from '#core/model/vocabulary';
import type { RowsInMemory } from '../../data/session';
import { isRefused, useAnswer, useFromRows } from '../../state/model-hooks';
import { EffectFirst } from '../../parts/acting';
import { Refusals } from '../../parts/explain';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { FigureTable } from '../../ui/FigureTable';
import { IconButton } from '../../ui/IconButton';
import { FieldDialog } from './FieldDialog';
import './own-fields.css';

/** How many things have a value in a field. */
function countOf(rows: Pick<RowsInMemory, 'rows'>, field: FieldRow): number {
  let count = 0;
  for (const { fields } of rows.rows(tableOfFields[field.on])) if (fields?.[field.id] !== undefined) count += 1;
  return count;
}

function RemoveField({ field, onClose }: { readonly field: FieldRow; readonly onClose: () => void }): ReactNode {
  const { text } = useText();
  const count = useFromRows((rows) => countOf(rows, field));
  return (
    <EffectFirst
      title={text('ownFields.removeTitle', { name: field.name })}
      call={{ do: 'field.remove', args: { fieldId: field.id } }}
      actName={text('ownFields.removeDo')}
      onClose={onClose}
    >
      <p>{text('ownFields.removeText', { count })}</p>
    </EffectFirst>
  );
}

/** The fields of one's own: what they are on, of which kind, and how much is in them. */
export function OwnFieldsPanel(): ReactNode {
  const { text, list } = useText();
  const fields = useAnswer('fields', {});
  const [edited, edit] = useState<FieldRow | 'new' | null>(null);
  const [removed, remove] = useState<FieldRow | null>(null);
  if (isRefused(fields)) return <Refusals refusals={fields.refusals} />;
  return (
    <section className="own-fields" aria-label={text('ownFields.title')}>
      <header>
        <p className="quiet">{text('ownFields.intro')}</p>
        <Button icon={Plus} onPress={() => edit('new')}>
          {text('ownFields.new')}
        </Button>
      </header>
      {fields.length === 0 ? (
        <EmptyState icon={Plus} title={text('ownFields.none')}>
          {text('ownFields.noneText')}
        </EmptyState>
      ) : (
        <FigureTable>
          <thead>
            <tr>
              <th scope="col">{text('ownFields.name')}</th>
              <th scope="col" className="figure-text">
                {text('ownFields.on')}
              </th>
              <th scope="col" className="figure-text">
                {text('ownFields.kind')}
              </th>
              <td />
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <tr key={field.id}>
                <th scope="row">{field.name}</th>
                <td className="figure-text">{text(`ownFields.on.${field.on}`)}</td>
                <td className="figure-text">
                  {text(`ownFields.kind.${field.kind}`)}
                  {field.choices.length === 0 ? null : <span className="figure-words">{list(field.choices)}</span>}
                </td>
                <td>
                  <span className="own-field-acts">
                    <IconButton
                      icon={Pencil}
                      label={text('ownFields.change', { name: field.name })}
                      onPress={() => edit(field)}
                    />
                    <IconButton
                      icon={Trash2}
                      label={text('ownFields.remove', { name: field.name })}
                      onPress={() => remove(field)}
                    />
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </FigureTable>
      )}
      {edited === null ? null : <FieldDialog field={edited === 'new' ? null : edited} onClose={() => edit(null)} />}
      {removed === null ? null : <RemoveField field={removed} onClose={() => remove(null)} />}
    </section>
  );
}
