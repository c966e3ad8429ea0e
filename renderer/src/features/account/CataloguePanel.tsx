import { Pencil, Plus, RotateCcw } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { LicenseType } from '#core/catalogue/license-types';
import type { Price, Resources, TypeRow } from '#core/model/rows';
import { resourceNames, type LicenseTypeId } from '#core/model/vocabulary';
import type { ActCall } from '../../data/session';
import { useCatalogue, useRows } from '../../state/model-hooks';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { FormColumns } from '../../ui/FormColumns';
import { NumberField } from '../../ui/NumberField';
import { PriceFields } from '../../parts/prices';
import { useTrying } from '../../parts/acting';
import { ApplyDraft } from './ApplyDraft';
import { TypeDialog } from './TypeDialog';

type DraftsByType = { readonly [T in LicenseTypeId]?: Resources };

/** Amounts and prices typed for each type and not applied yet. */
export interface CatalogueDrafts {
  readonly of: (typeId: LicenseTypeId) => Resources | undefined;
  readonly set: (typeId: LicenseTypeId, resources: Resources | undefined) => void;
  /** `undefined` while nothing was typed. */
  readonly priceOf: (typeId: LicenseTypeId) => Price | null | undefined;
  readonly setPrice: (typeId: LicenseTypeId, price: Price | null | undefined) => void;
}

export function useCatalogueDrafts(): CatalogueDrafts {
  const [drafts, setDrafts] = useState<DraftsByType>({});
  const [prices, setPrices] = useState<{ readonly [T in LicenseTypeId]?: Price | null | undefined }>({});
  return {
    of: (typeId) => drafts[typeId],
    set: (typeId, resources) => setDrafts((present) => ({ ...present, [typeId]: resources })),
    priceOf: (typeId) => prices[typeId],
    setPrice: (typeId, price) => setPrices((present) => ({ ...present, [typeId]: price })),
  };
}

function sameAmounts(one: Resources, other: Resources): boolean {
  return resourceNames.every((resource) => (one[resource] ?? 0) === (other[resource] ?? 0));
}

/** The quantities that one unit gives, each with the catalogue's own beside it. */
function Quantities({ type, drafts }: { readonly type: LicenseType; readonly drafts: CatalogueDrafts }): ReactNode {
  const { text } = useText();
  const names = useNames();
  const model = useRows();
  const present = model.row('units', type.id)?.resources ?? type.resources;
  const draft = drafts.of(type.id);
  const shown = draft ?? present;
  const call: ActCall | null =
    draft === undefined || sameAmounts(draft, present)
      ? null
      : { do: 'catalogue.setUnit', args: { typeId: type.id, resources: draft } };
  const forget = (): void => drafts.set(type.id, undefined);
  return (
    <>
      <FormColumns of="fields">
        {resourceNames.map((resource) => (
          <NumberField
            key={resource}
            label={names.resource(resource)}
            least={0}
            value={shown[resource] ?? 0}
            onChange={(amount) => drafts.set(type.id, { ...shown, [resource]: amount ?? 0 })}
            hint={text(
              (shown[resource] ?? 0) === (type.resources[resource] ?? 0) ? 'catalogue.asDefault' : 'catalogue.default',
              { amount: type.resources[resource] ?? 0 },
            )}
          />
        ))}
      </FormColumns>
      {sameAmounts(shown, type.resources) ? null : (
        <div className="property-actions">
          <Button size="small" icon={RotateCcw} onPress={() => drafts.set(type.id, type.resources)}>
            {text('catalogue.reset')}
          </Button>
        </div>
      )}
      <ApplyDraft call={call} onDone={forget} onGiveUp={forget} touchesPeople />
    </>
  );
}

/** What one unit costs where a purchase does not say otherwise. */
function PriceOfType({ type, drafts }: { readonly type: LicenseType; readonly drafts: CatalogueDrafts }): ReactNode {
  const { text } = useText();
  const model = useRows();
  const row = model.row('prices', type.id);
  const present = row === undefined ? null : { amount: row.amount, per: row.per };
  const draft = drafts.priceOf(type.id);
  const shown = draft === undefined ? present : draft;
  const call: ActCall | null =
    draft == null || (draft.amount === present?.amount && draft.per === present.per)
      ? null
      : { do: 'catalogue.setPrice', args: { typeId: type.id, ...draft } };
  const forget = (): void => drafts.setPrice(type.id, undefined);
  return (
    <>
      <PriceFields
        value={shown}
        onChange={(price) => drafts.setPrice(type.id, price)}
        hint={shown === null ? text('price.unset') : undefined}
      />
      <ApplyDraft call={call} onDone={forget} onGiveUp={forget} />
    </>
  );
}

function fixedKey(type: LicenseType): 'trial' | 'feature' | 'seat' {
  if (type.mode === 'seat') return 'seat';
  return type.source === 'trial' ? 'trial' : 'feature';
}

/** What can be done about a type of one's own: changing it, and no longer offering it. */
function OwnType({ type, onChange }: { readonly type: TypeRow; readonly onChange: () => void }): ReactNode {
  const { text, list } = useText();
  const names = useNames();
  const trying = useTrying();
  const gives = resourceNames.flatMap((resource) =>
    (type.unit[resource] ?? 0) > 0
      ? [text('types.gives', { amount: type.unit[resource] ?? 0, resource: names.resource(resource) })]
      : [],
  );
  return (
    <>
      <p className="quiet">
        {type.mode === 'seat' ? text('catalogue.fixed.seat') : gives.length === 0 ? text('types.nothing') : list(gives)}
      </p>
      <div className="property-actions">
        <Button size="small" icon={Pencil} onPress={onChange}>
          {text('types.change')}
        </Button>
        <Button
          size="small"
          onPress={() =>
            void trying.tryTo(
              'retire',
              { do: 'catalogue.retireType', args: { typeId: type.id, retired: !type.retired } },
              { say: true },
            )
          }
        >
          {text(type.retired ? 'types.offer' : 'types.retire')}
        </Button>
      </div>
      {trying.refusedAt('retire')}
    </>
  );
}

/** Marks what is said otherwise of a type than by its vendor. */
function Mark({ type }: { readonly type: LicenseType }): ReactNode {
  const { text } = useText();
  const own = useRows().row('units', type.id)?.resources;
  if (type.retired === true) return <Badge tone="warning">{text('types.retired')}</Badge>;
  if (type.name !== undefined) return <Badge tone="accent">{text('types.own')}</Badge>;
  return own !== undefined && !sameAmounts(own, type.resources) ? (
    <Badge tone="info">{text('catalogue.byContract')}</Badge>
  ) : null;
}

/** Shows what there is to buy, what one unit gives, and where the contract says otherwise. */
export function CataloguePanel({ drafts }: { readonly drafts: CatalogueDrafts }): ReactNode {
  const { text } = useText();
  const names = useNames();
  const model = useRows();
  const { types } = useCatalogue();
  const [edited, edit] = useState<TypeRow | 'new' | null>(null);
  return (
    <>
      <div className="catalogue-head">
        <p className="quiet">{text('catalogue.intro')}</p>
        <Button icon={Plus} onPress={() => edit('new')}>
          {text('types.new')}
        </Button>
      </div>
      {types.map((type) => {
        const own = model.row('types', type.id);
        return (
          <Card
            key={type.id}
            level={3}
            title={names.type(type.id)}
            mark={<Mark type={type} />}
            actions={
              <span className="quiet">
                {type.fallsBackTo === null
                  ? text('catalogue.noFallback')
                  : text('catalogue.fallback', { type: names.type(type.fallsBackTo) })}
              </span>
            }
          >
            {type.features.length === 0 ? null : (
              <ul className="feature-list">
                {type.features.map((feature) => (
                  <li key={feature}>
                    <Badge>{names.feature(feature)}</Badge>
                  </li>
                ))}
              </ul>
            )}
            {own !== undefined ? (
              <OwnType type={own} onChange={() => edit(own)} />
            ) : type.adjustable ? (
              <Quantities type={type} drafts={drafts} />
            ) : (
              <p className="quiet">{text(`catalogue.fixed.${fixedKey(type)}`)}</p>
            )}
            {type.source === 'device' ? null : <PriceOfType type={type} drafts={drafts} />}
          </Card>
        );
      })}
      {edited === null ? null : <TypeDialog type={edited === 'new' ? null : edited} onClose={() => edit(null)} />}
    </>
  );
}
