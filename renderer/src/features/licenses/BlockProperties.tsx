import { CalendarSync, FlaskConical, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { BlockRow } from '#core/model/rows';
import { usePreview, useRows } from '../../state/model-hooks';
import { useDay } from '../../state/view-hooks';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Button } from '../../ui/Button';
import { NumberField } from '../../ui/NumberField';
import { PropertyList, PropertySection } from '../../ui/PropertyList';
import { TextField } from '../../ui/TextField';
import { EffectFirst, PreviewLines, together, useTrying } from '../../parts/acting';
import { PurchaseFields } from '../../parts/prices';
import { AskVendor, RequestInstead } from '../requests';
import { GroupLink } from '../../parts/groups';
import { Gone } from '../../parts/gone';
import { canBeRenewed, RenewDialog } from '../../parts/renewing';
import { WhatIfDialog, type TriedChange } from '../../parts/what-if';
import { changeBlock, type BlockDraft } from './change-block';
import { sourceWords } from './license-words';
import { ManyBlocks } from './ManyBlocks';
import { ResourceFields } from '../../parts/resources';
import { WindowFields } from './LicenseFields';
import './licenses.css';

function hasEnded({ validUntil }: BlockRow, today: string): boolean {
  return validUntil !== null && validUntil <= today;
}

function BlockFields({ block }: { readonly block: BlockRow }): ReactNode {
  const { text } = useText();
  const trying = useTrying();
  const { today } = useDay();
  const [tried, setTried] = useState<readonly TriedChange[] | null>(null);
  const [draft, setDraft] = useState<BlockDraft>({});
  // As it was when typing began: what others change meanwhile must not pass for what was seen.
  const [seen, setSeen] = useState(block);
  const shown = { ...block, ...draft };
  const call = changeBlock(seen, draft);
  const preview = usePreview(call);

  function change(part: BlockDraft): void {
    trying.forget();
    if (Object.keys(draft).length === 0) setSeen(block);
    setDraft({ ...draft, ...part });
  }
  async function apply(): Promise<void> {
    if (await trying.tryTo('block', call)) setDraft({});
  }

  return (
    <>
      {block.typeId === 'link.feature' ? null : (
        <NumberField
          label={text('blocks.quantity')}
          least={0}
          value={shown.quantity}
          onChange={(quantity) => {
            if (quantity !== null) change({ quantity });
          }}
        />
      )}
      {block.typeId === 'link.feature' ? (
        <ResourceFields value={shown.resources ?? {}} onChange={(resources) => change({ resources })} />
      ) : null}
      <WindowFields value={shown} onChange={({ validFrom, validUntil }) => change({ validFrom, validUntil })} />
      {block.source === 'allocation' ? null : (
        <>
          <TextField label={text('blocks.note')} value={shown.note} onChange={(note) => change({ note })} />
          <PurchaseFields
            typeId={block.typeId}
            value={{
              price: shown.price ?? null,
              orderNumber: shown.orderNumber ?? '',
              supplier: shown.supplier ?? '',
            }}
            onChange={change}
          />
        </>
      )}
      {preview?.ok === false ? (
        <PreviewLines preview={preview} call={call} />
      ) : (
        <>
          {trying.refusedAt('block')}
          <PreviewLines preview={preview} call={call} />
        </>
      )}
      <RequestInstead call={call} />
      {call === null ? null : (
        <div className="property-actions">
          <Button tone="primary" isDisabled={preview?.ok !== true} onPress={() => void apply()}>
            {text('block.apply')}
          </Button>
          <Button
            onPress={() => {
              trying.forget();
              setDraft({});
            }}
          >
            {text('ui.cancel')}
          </Button>
          <Button icon={FlaskConical} onPress={() => setTried([{ kind: 'act', call }])}>
            {text('whatIfView.open')}
          </Button>
        </div>
      )}
      {call === null && !hasEnded(block, today) ? (
        <div className="property-actions">
          <Button icon={FlaskConical} onPress={() => setTried([{ kind: 'end', blockId: block.id, lastDay: today }])}>
            {text('whatIfView.openEnd')}
          </Button>
        </div>
      ) : null}
      {tried === null ? null : (
        <WhatIfDialog initial={tried} onClose={() => setTried(null)} onDone={() => setDraft({})} />
      )}
    </>
  );
}

/** The properties of one license block or many. */
export function BlockProperties({ ids }: { readonly ids: readonly string[] }): ReactNode {
  const writer = useText();
  const { text } = writer;
  const names = useNames();
  const model = useRows();
  const [isRemoving, setRemoving] = useState(false);
  const [isRenewing, setRenewing] = useState(false);
  const blocks = ids.flatMap((id) => model.row('blocks', id) ?? []);
  const [first] = blocks;
  if (first === undefined) return <Gone ids={ids} />;
  const isOne = blocks.length === 1;
  const about = { count: blocks.length, name: names.thing(first.id) };
  const removal = together(blocks.map((block) => ({ do: 'block.remove', args: { blockId: block.id } })));
  return (
    <PropertySection
      title={text('block.title', { count: blocks.length })}
      words={['valid', 'purchase', 'trial', 'allocate']}
    >
      {isOne ? (
        <>
          <PropertyList
            properties={[
              { id: 'type', name: text('licenses.type'), value: names.type(first.typeId) },
              { id: 'source', name: text('block.source'), value: sourceWords(first, writer) },
              { id: 'in', name: text('block.in'), value: <GroupLink groupId={first.groupId} /> },
            ]}
          />
          {first.source === 'device' ? (
            <p className="quiet">{text('block.device')}</p>
          ) : first.source === 'grant' ? (
            <p className="quiet">{text('block.grant')}</p>
          ) : (
            <BlockFields key={first.id} block={first} />
          )}
        </>
      ) : (
        <ManyBlocks key={blocks.map((block) => block.id).join()} blocks={blocks} />
      )}
      {isOne && (first.source === 'device' || first.source === 'grant') ? null : (
        <div className="property-actions">
          {isOne ? <AskVendor block={first} /> : null}
          {blocks.some(({ id }) => canBeRenewed(model, id)) ? (
            <Button icon={CalendarSync} onPress={() => setRenewing(true)}>
              {text('renew.button')}
            </Button>
          ) : null}
          <Button icon={Trash2} onPress={() => setRemoving(true)}>
            {text('block.remove')}
          </Button>
        </div>
      )}
      {isRenewing ? <RenewDialog blockIds={blocks.map(({ id }) => id)} onClose={() => setRenewing(false)} /> : null}
      {isRemoving ? (
        <EffectFirst
          help="licenses"
          title={text('block.removeTitle', about)}
          call={removal}
          wayOut={<RequestInstead call={removal} />}
          actName={text('block.removeDo')}
          onClose={() => setRemoving(false)}
        >
          <p>{text('block.removeText', about)}</p>
        </EffectFirst>
      ) : null}
    </PropertySection>
  );
}
