import { Check, Printer, X } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import type { Protection } from '#core/ipc/trust-channels';
import { useRows } from '../../state/model-hooks';
import { useAccount } from '../../state/session-context';
import { useSynchronise } from '../../state/sync-hooks';
import { trustProblem, type TrustProblem } from '../../state/trust-problem';
import { Refusals } from '../../parts/explain';
import type { Refusal } from '#core/rules/refusals';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Notice } from '../../ui/Notice';
import { TextField } from '../../ui/TextField';
import { TrustProblemNotice } from './TrustProblemNotice';
import { useOwnTrust } from './use-own-trust';
import './trust.css';

export interface ProtectDialogProps {
  /** Where the account is shared, for people to read; `null` while it is not. */
  readonly place: { readonly kind: string; readonly label: string } | null;
  readonly onClose: () => void;
  readonly onShowComputers: () => void;
}

type Page = 'about' | 'words' | 'ask' | 'done';
const pageNumbers: { readonly [P in Page]: number } = { about: 1, words: 2, ask: 2, done: 3 };
const does = ['trust.does.in', 'trust.does.read', 'trust.does.who'] as const;
const doesNot = ['trust.doesNot.members', 'trust.doesNot.delete', 'trust.doesNot.past', 'trust.doesNot.off'] as const;

/** Two places among the words, one in each half: whoever has all of them finds both. */
function askedPlaces(words: readonly string[]): readonly [number, number] {
  const letters = words.join('').length;
  return [letters % 12, 12 + (letters % 11)];
}

/** Three calm pages: what protecting does and does not, the words for the worst case, done. */
export function ProtectDialog({ place, onClose, onShowComputers }: ProtectDialogProps): ReactNode {
  const { text } = useText();
  const { session, trust } = useAccount();
  const synchronise = useSynchronise();
  const rows = useRows();
  const own = useOwnTrust();
  const [page, setPage] = useState<Page>('about');
  const [protection, setProtection] = useState<Protection | null>(null);
  const [given, setGiven] = useState<readonly [string, string]>(['', '']);
  const [isWrong, setWrong] = useState(false);
  const [problem, setProblem] = useState<TrustProblem | null>(null);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const isOwner = rows.row('users', session.by)?.roleId === 'owner';
  const isCarried = place?.kind === 'kept';
  const words = useMemo(() => protection?.words ?? [], [protection]);
  const asked = askedPlaces(words);

  async function begin(): Promise<void> {
    if (trust === undefined) return;
    setProblem(null);
    const made = protection === null ? await trust.protect() : null;
    if (made?.ok === false) return setProblem(trustProblem(made.failure));
    if (made?.ok === true) setProtection(made.value);
    setPage('words');
  }

  async function protect(): Promise<void> {
    if (protection === null || trust === undefined) return;
    const isRight = asked.every((index, which) => given[which]?.trim().toLowerCase() === words[index]);
    setWrong(!isRight);
    if (!isRight) return;
    // What others did meanwhile comes first: the act names the very last one before it.
    await synchronise();
    const { key, sealKey, name, recovery } = protection;
    // The window knows this computer's key by the time the act counts, else it would say for a moment that it is not let in.
    await trust.refresh();
    const args = { ownerKey: key, sealKey, name, recovery, ...session.tip() };
    const done = await session.act({ do: 'keys.enable', args });
    if (!done.ok) return setRefusals(done.kind === 'refused' ? done.refusals : []);
    setPage('done');
    await synchronise();
  }

  return (
    <Dialog
      help="protect"
      title={text(page === 'done' ? 'trust.done.title' : 'trust.protect.title')}
      isOpen
      onClose={onClose}
      summary={text('trust.page', { page: pageNumbers[page] })}
      actions={
        page === 'about' ? (
          <>
            <Button onPress={onClose}>{text('ui.cancel')}</Button>
            <Button tone="primary" isDisabled={!isOwner || isCarried} onPress={() => void begin()}>
              {text('trust.continue')}
            </Button>
          </>
        ) : page === 'words' ? (
          <>
            <Button onPress={() => setPage('about')}>{text('trust.back')}</Button>
            <Button icon={Printer} onPress={() => window.print()}>
              {text('trust.words.print')}
            </Button>
            <Button key="have" tone="primary" autoFocus onPress={() => setPage('ask')}>
              {text('trust.words.have')}
            </Button>
          </>
        ) : page === 'ask' ? (
          <>
            <Button onPress={() => setPage('words')}>{text('trust.back')}</Button>
            <Button type="submit" form="protect-form" tone="primary" isDisabled={given.includes('')}>
              {text('trust.protect.do')}
            </Button>
          </>
        ) : (
          <>
            <Button onPress={onShowComputers}>{text('trust.done.computers')}</Button>
            <Button key="close" tone="primary" autoFocus onPress={onClose}>
              {text('ui.close')}
            </Button>
          </>
        )
      }
    >
      <div className="trust-page">
        {problem === null ? null : <TrustProblemNotice problem={problem} />}
        {page === 'about' ? (
          <>
            {isOwner ? null : <Notice tone="refusal">{text('trust.onlyOwner')}</Notice>}
            {isCarried ? (
              <Notice tone="refusal" title={text('trust.notCarried')}>
                {text('trust.notCarried.help')}
              </Notice>
            ) : null}
            <h3>{text('trust.does')}</h3>
            <ul className="trust-points">
              {does.map((key) => (
                <li key={key}>
                  <Check size="1.1em" aria-hidden /> <span>{text(key)}</span>
                </li>
              ))}
            </ul>
            <h3>{text('trust.doesNot')}</h3>
            <ul className="trust-points trust-not">
              {doesNot.map((key) => (
                <li key={key}>
                  <X size="1.1em" aria-hidden /> <span>{text(key)}</span>
                </li>
              ))}
            </ul>
            {own === null ? null : <p className="quiet">{text(`trust.lock.${own.lock}`)}</p>}
          </>
        ) : page === 'words' ? (
          <>
            <p>{text('trust.words.lead')}</p>
            <ol className="recovery-words selectable" aria-label={text('trust.words.label')}>
              {words.map((word, index) => (
                <li key={index}>{word}</li>
              ))}
            </ol>
            <section className="print-only" aria-hidden>
              <h1>{text('trust.words.printTitle', { account: rows.root.name })}</h1>
              <p>{text('trust.words.printText')}</p>
              <ol>
                {words.map((word, index) => (
                  <li key={index}>{word}</li>
                ))}
              </ol>
            </section>
          </>
        ) : page === 'ask' ? (
          <form
            id="protect-form"
            className="trust-form"
            onSubmit={(event) => {
              event.preventDefault();
              void protect();
            }}
          >
            <p>{text('trust.words.ask')}</p>
            {asked.map((index, which) => (
              <TextField
                key={index}
                label={text('trust.words.number', { number: index + 1 })}
                value={given[which] ?? ''}
                onChange={(word) => setGiven(which === 0 ? [word, given[1]] : [given[0], word])}
                autoFocus={which === 0}
                error={
                  isWrong && given[which]?.trim().toLowerCase() !== words[index] ? text('trust.words.wrong') : undefined
                }
              />
            ))}
            {refusals.length === 0 ? null : (
              <Notice tone="refusal" title={text('trust.failed')} isLive>
                {text('trust.failed.stale')}
              </Notice>
            )}
            <Refusals refusals={refusals.filter(({ code }) => code !== 'STALE')} />
          </form>
        ) : (
          <>
            <Notice tone="success" title={text('trust.done.title')} isLive>
              {place === null ? text('trust.done.local') : text('trust.done.shared', { place: place.label })}
            </Notice>
            <p>{text('trust.done.next')}</p>
          </>
        )}
      </div>
    </Dialog>
  );
}
