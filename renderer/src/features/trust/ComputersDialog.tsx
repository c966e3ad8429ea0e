import { KeyRound, MonitorCheck, ShieldCheck, UserPlus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { ComputerAnswer, ComputersAnswer, InvitationAnswer } from '#core/queries/computers';
import { useActing } from '../../parts/acting';
import { isRefused, useAnswer } from '../../state/model-hooks';
import { useAccount, useSession } from '../../state/session-context';
import { useSynchronise } from '../../state/sync-hooks';
import { Refusals } from '../../parts/explain';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { StatusPill } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { EmptyState } from '../../ui/EmptyState';
import { useToasts } from '../../ui/Toast';
import { LetInDialog } from './LetInDialog';
import { ReviewDialog } from './ReviewDialog';
import { ShutOutDialog } from './ShutOutDialog';
import { SixWords } from '../../ui/SixWords';
import { useOwnTrust } from './use-own-trust';
import './trust.css';

export interface ComputersDialogProps {
  /** Whether the account is shared: an invitation says where it goes on. */
  readonly isShared: boolean;
  readonly onClose: () => void;
  readonly onProtect: () => void;
}

/** Lists who is let in: whose computer, when it did something last, how it came in; lets in and shuts out. */
export function ComputersDialog({ isShared, onClose, onProtect }: ComputersDialogProps): ReactNode {
  const { text } = useText();
  const answer = useAnswer('computers', {});
  const [isLettingIn, setLettingIn] = useState(false);
  const isProtected = !isRefused(answer) && answer.isProtected;
  return (
    <Dialog
      help="protect"
      title={text('trust.computers.title')}
      isOpen
      onClose={onClose}
      size="large"
      actions={
        isProtected ? (
          <Button tone="primary" icon={UserPlus} onPress={() => setLettingIn(true)}>
            {text('trust.letIn')}
          </Button>
        ) : undefined
      }
    >
      {isRefused(answer) ? (
        <Refusals refusals={answer.refusals} />
      ) : answer.isProtected ? (
        <Computers answer={answer} />
      ) : (
        <EmptyState
          icon={ShieldCheck}
          title={text('trust.computers.none')}
          actions={
            <Button tone="primary" onPress={onProtect}>
              {text('trust.unprotected.do')}
            </Button>
          }
        >
          {text('trust.computers.noneText')}
        </EmptyState>
      )}
      {isLettingIn && isProtected ? <LetInDialog isShared={isShared} onClose={() => setLettingIn(false)} /> : null}
    </Dialog>
  );
}

function Computers({ answer }: { readonly answer: ComputersAnswer }): ReactNode {
  const { text } = useText();
  const names = useNames();
  const own = useOwnTrust();
  const [shuttingOut, setShuttingOut] = useState<ComputerAnswer | null>(null);
  const [reviewing, setReviewing] = useState<ComputerAnswer | null>(null);
  const open = answer.invitations.filter(({ state }) => state === 'open');
  const present = answer.computers.filter(({ revokedAt }) => revokedAt === null);
  const former = answer.computers.filter(({ revokedAt }) => revokedAt !== null);
  return (
    <div className="trust-page">
      <p className="quiet">{text('trust.computers.lead')}</p>
      <table className="computers-table">
        <thead>
          <tr>
            <th scope="col">{text('trust.computers.which')}</th>
            <th scope="col">{text('trust.computers.who')}</th>
            <th scope="col">{text('trust.computers.seen')}</th>
            <th scope="col">{text('trust.computers.how')}</th>
            <th scope="col">{text('trust.computers.state')}</th>
            <th scope="col">
              <span className="visually-hidden">{text('trust.computers.acts')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {open.map((invitation) => (
            <Invited key={invitation.id} invitation={invitation} />
          ))}
          {[...present, ...former].map((computer) => (
            <Computer
              key={computer.id}
              computer={computer}
              isOwn={own?.ids.includes(computer.id) === true}
              onShutOut={() => setShuttingOut(computer)}
              onReview={() => setReviewing(computer)}
            />
          ))}
        </tbody>
      </table>
      {answer.ownersWithoutComputer.length === 0 ? null : (
        <p className="quiet">
          {text('trust.computers.withoutComputer', {
            names: answer.ownersWithoutComputer.map((id) => names.user(id)).join(', '),
            count: answer.ownersWithoutComputer.length,
          })}
        </p>
      )}
      <p className="quiet">{text(answer.hasRecovery ? 'trust.computers.words' : 'trust.computers.noWords')}</p>
      {own === null || own.headWords.length === 0 ? null : (
        <section className="trust-compared">
          <p className="quiet">{text('trust.computers.headWords')}</p>
          <SixWords label={text('trust.asking.words')} words={own.headWords} />
        </section>
      )}
      {shuttingOut === null ? null : (
        <ShutOutDialog
          computer={shuttingOut}
          isOwn={own?.ids.includes(shuttingOut.id) === true}
          onClose={() => setShuttingOut(null)}
          onReview={() => setReviewing(shuttingOut)}
        />
      )}
      {reviewing === null ? null : <ReviewDialog computer={reviewing} onClose={() => setReviewing(null)} />}
    </div>
  );
}

function Computer({
  computer,
  isOwn,
  onShutOut,
  onReview,
}: {
  readonly computer: ComputerAnswer;
  readonly isOwn: boolean;
  readonly onShutOut: () => void;
  readonly onReview: () => void;
}): ReactNode {
  const { text, moment } = useText();
  const isIn = computer.revokedAt === null;
  return (
    <tr className={isIn ? undefined : 'quiet'}>
      <th scope="row">
        <MonitorCheck size="1.1em" aria-hidden /> {computer.name}{' '}
        {isOwn && isIn ? <span className="quiet">({text('trust.computers.this')})</span> : null}
      </th>
      <td>{computer.userName === '' ? text('trust.computers.gone') : computer.userName}</td>
      <td>{computer.lastAct === null ? text('trust.computers.never') : moment(computer.lastAct)}</td>
      <td>{text(`trust.how.${computer.how}`)}</td>
      <td>
        <StatusPill tone={isIn ? 'success' : 'neutral'}>{text(isIn ? 'trust.state.in' : 'trust.state.out')}</StatusPill>
      </td>
      <td className="computers-acts">
        {isIn && isOwn ? <NewKey /> : null}
        <Button tone="quiet" size="small" onPress={onReview}>
          {text('trust.review')}
        </Button>
        {isIn ? (
          <Button tone="quiet" size="small" onPress={onShutOut}>
            {text('trust.shutOut')}
          </Button>
        ) : null}
      </td>
    </tr>
  );
}

function Invited({ invitation }: { readonly invitation: InvitationAnswer }): ReactNode {
  const writer = useText();
  const { text } = writer;
  const act = useActing();
  return (
    <tr>
      <th scope="row" className="quiet">
        —
      </th>
      <td>{invitation.userName}</td>
      <td />
      <td>{text('trust.how.invited')}</td>
      <td>
        <StatusPill tone="info">
          {invitation.until === null
            ? text('trust.state.invited')
            : text('trust.state.invitedUntil', { day: writer.day(invitation.until) })}
        </StatusPill>
      </td>
      <td className="computers-acts">
        <Button tone="quiet" size="small" onPress={() => void act({ do: 'key.revoke', args: { key: invitation.id } })}>
          {text('trust.withdraw')}
        </Button>
      </td>
    </tr>
  );
}

/** Changes this computer's key, which is worth doing when somebody else may have had it. */
function NewKey(): ReactNode {
  const { text } = useText();
  const { trust } = useAccount();
  const session = useSession();
  const synchronise = useSynchronise();
  const toasts = useToasts();
  async function change(): Promise<void> {
    const made = await trust?.rotate();
    await trust?.refresh();
    const done = made?.ok === true ? await session.act({ do: 'key.rotate', args: made.value }) : null;
    if (done?.ok !== true) return toasts.show({ tone: 'refusal', title: text('trust.newKey.failed') });
    toasts.show({ tone: 'success', title: text('trust.newKey.done') });
    await synchronise();
  }
  return (
    <Button tone="quiet" size="small" icon={KeyRound} onPress={() => void change()}>
      {text('trust.newKey')}
    </Button>
  );
}
