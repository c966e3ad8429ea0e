import { useState, type ReactNode } from 'react';
import type { GrantFile } from '#core/intents/grant-files';
import type { ReadLetter } from '#core/ipc/grant-channels';
import { isForAccount } from '#core/rules/grants';
import type { Refusal } from '#core/rules/refusals';
import { PreviewLines, useActing } from '../../parts/acting';
import { Refusals } from '../../parts/explain';
import { usePreview, useRows } from '../../state/model-hooks';
import type { GivenFile } from '../../state/project-hooks';
import { useSession } from '../../state/session-context';
import { useSynchronise } from '../../state/sync-hooks';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Notice } from '../../ui/Notice';
import { ComparedWords, useIsVouched } from './ComparedWords';
import { FileField } from './FileField';
import { typeOf } from './grant-words';
import { PassedOn } from './PassedOn';
import './grants.css';

/** Takes in what a file of another account says: what it would do here, and who signed it, before it is done. */
export function AcceptDialog({
  given,
  onClose,
  onGive,
}: {
  /** A file that is there already; `null`: the person is asked for one. */
  readonly given: GivenFile | null;
  readonly onClose: () => void;
  readonly onGive: (to: ReadLetter) => void;
}): ReactNode {
  const { text } = useText();
  const act = useActing();
  const synchronise = useSynchronise();
  const [read, setRead] = useState<ReadLetter | null>(null);
  const [areSame, setSame] = useState(false);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [done, setDone] = useState<GrantFile | null>(null);
  const isVouched = useIsVouched(read);
  const letter = read?.letter ?? null;
  const stop = useStop(letter === null || letter.kind === 'address' ? null : letter);
  const name = letter?.from ?? text('grants.unnamed');
  const call =
    read === null || letter === null || letter.kind === 'address' || stop !== null || done !== null
      ? null
      : ({ do: 'grant.accept', args: { file: letter, key: read.key, sig: read.sig } } as const);
  const preview = usePreview(call);

  async function accept(): Promise<void> {
    if (call === null) return;
    const outcome = await act(call, { keepRefusals: true });
    if (!outcome.ok) return setRefusals(outcome.kind === 'refused' ? outcome.refusals : []);
    await synchronise();
    setDone(call.args.file);
  }

  if (done?.kind === 'grant')
    return (
      <PassedOn
        title={text('grants.accepted.grant')}
        asked={{ kind: 'receipt', id: done.id }}
        name={name}
        onClose={onClose}
      >
        {text('grants.accepted.grantText', { name })}
      </PassedOn>
    );
  return (
    <Dialog
      help="between-accounts"
      title={text('grants.accept.title')}
      isOpen
      onClose={onClose}
      size="small"
      actions={
        done !== null ? (
          <Button tone="primary" autoFocus onPress={onClose}>
            {text('ui.close')}
          </Button>
        ) : (
          <>
            <Button onPress={onClose}>{text('ui.cancel')}</Button>
            {letter?.kind === 'address' && read !== null ? (
              <Button tone="primary" onPress={() => onGive(read)}>
                {text('grants.accept.give')}
              </Button>
            ) : (
              <Button
                tone="primary"
                isDisabled={call === null || preview?.ok === false || (!isVouched && !areSame)}
                onPress={() => void accept()}
              >
                {text(`grants.accept.do.${letter === null || letter.kind === 'address' ? 'grant' : letter.kind}`)}
              </Button>
            )}
          </>
        )
      }
    >
      <div className="grants-page">
        {done === null ? (
          <>
            {letter === null ? <p className="quiet">{text('grants.accept.lead')}</p> : null}
            <FileField
              label={text(letter === null ? 'grants.accept.choose' : 'grants.accept.another')}
              autoFocus
              given={given}
              onRead={(found) => {
                setRead(found);
                setSame(false);
                setRefusals([]);
              }}
            />
            {letter === null ? null : letter.kind === 'address' ? (
              <h3>{text('grants.accept.address', { name })}</h3>
            ) : (
              <Said file={letter} name={name} />
            )}
            {stop === null ? null : (
              <Notice tone={stop.isHarmless ? 'info' : 'refusal'} title={stop.title} isLive>
                {stop.help}
              </Notice>
            )}
            {call === null || read === null ? null : (
              <>
                <ComparedWords read={read} name={name} isVouched={isVouched} areSame={areSame} onSame={setSame} />
                {preview === null ? null : <PreviewLines preview={preview} call={call} />}
              </>
            )}
            <Refusals refusals={refusals} />
          </>
        ) : (
          <Notice tone="success" title={text(`grants.accepted.${done.kind}`)} isLive>
            {done.kind === 'recall' ? text('grants.accept.recallHelp') : undefined}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}

/** What the file says, as a person would. */
function Said({ file, name }: { readonly file: GrantFile; readonly name: string }): ReactNode {
  const writer = useText();
  const { text } = writer;
  const names = useNames();
  const grant = useRows().row('grants', file.id);
  const spoken = file.kind === 'grant' ? file : grant;
  if (spoken === undefined) return null;
  const quantity = file.kind === 'return' ? file.returned - (grant?.returned ?? 0) : spoken.quantity;
  const what = text('grants.units', { quantity: Math.max(quantity, 0), type: names.type(typeOf(spoken)) });
  const isOfHeir =
    'continues' in file && grant !== undefined && file.continues === grant.ledger && file.fromLedger !== grant.ledger;
  const help =
    file.kind === 'grant'
      ? `${file.validUntil == null ? text('grants.accept.grantNoEnd') : text('grants.accept.grantEnd', { day: writer.day(file.validUntil) })} ${text('grants.accept.grantHelp')}`
      : file.kind === 'recall'
        ? text('grants.accept.recallHelp')
        : file.kind === 'return'
          ? text('grants.accept.returnHelp')
          : null;
  return (
    <section>
      <h3>{text(`grants.accept.${file.kind}`, { name, what })}</h3>
      {help === null ? null : <p>{help}</p>}
      {isOfHeir ? <p>{text('grants.accept.continues')}</p> : null}
    </section>
  );
}

interface Stop {
  readonly title: string;
  readonly help: string;
  /** It was taken in before: nothing is wrong. */
  readonly isHarmless: boolean;
}

/** Why there is nothing to take in: it is from here, for another account, about something unknown, or here already. */
function useStop(file: GrantFile | null): Stop | null {
  const { text } = useText();
  const rows = useRows();
  const { ledger } = useSession();
  if (file === null) return null;
  const to = file.to ?? text('grants.unnamed');
  if (file.fromLedger === ledger)
    return { title: text('grants.own'), help: text('grants.own.help', { name: to }), isHarmless: true };
  if (!isForAccount(rows.account, ledger, file))
    return { title: text('grants.foreign', { name: to }), help: text('grants.foreign.help'), isHarmless: false };
  const grant = rows.row('grants', file.id);
  if (file.kind === 'grant' && rows.tableOf(file.id) !== undefined)
    return { title: text('grants.already'), help: text('grants.already.help'), isHarmless: true };
  return file.kind !== 'grant' && grant === undefined
    ? { title: text('grants.unknown'), help: text('grants.unknown.help'), isHarmless: false }
    : null;
}
