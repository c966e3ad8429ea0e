import { useState, type ReactNode } from 'react';
import type { Office, OfficeChange } from '#core/ledger/kept-order';
import { useComputerName } from '../../parts/kept';
import { useChangeOffice, useOffice } from '../../state/office-hooks';
import { useText } from '../../text/text';
import { Button } from '../../ui/Button';
import { EffectDialog } from '../../ui/Dialog';
import { Menu } from '../../ui/Menu';
import { Notice } from '../../ui/Notice';
import { administrator, owner, useOwnLevel } from './use-own-level';

/** Shows who puts acts in order in a place that only carries files, how far that has settled, and how the office passes. */
export function OfficePanel(): ReactNode {
  const office = useOffice();
  const change = useChangeOffice();
  return office === null || change === null ? null : <Panel office={office} change={change} />;
}

function Panel({
  office,
  change,
}: {
  readonly office: Office;
  readonly change: NonNullable<ReturnType<typeof useChangeOffice>>;
}): ReactNode {
  const { text, moment } = useText();
  const nameOf = useComputerName();
  const [isForcing, setForcing] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const level = useOwnLevel();
  const { keeper, isHere, election, computers, orderedTo, settledTo } = office;
  const others = computers.filter(({ id }) => id !== keeper?.id);
  const seen = (at: string | null): string => (at === null ? '–' : moment(at));
  const pass = (next: OfficeChange): void => {
    setProblem(null);
    void change(next).then((changed) => {
      if (!changed.ok) setProblem('detail' in changed.failure ? changed.failure.detail : changed.failure.kind);
    });
  };
  const candidate = election === null ? undefined : computers.find(({ id }) => id === election.candidate);
  return (
    <section className="sync-office">
      <h3>{text('kept.office')}</h3>
      <p>
        {isHere
          ? text('kept.here')
          : keeper === null
            ? text('kept.nobody')
            : text('kept.keeper', { name: nameOf(keeper), when: seen(keeper.lastSeen) })}
      </p>
      <p className="quiet">{text('kept.settledTo', { settled: settledTo, count: orderedTo })}</p>
      {election === null || candidate === undefined ? null : (
        <p className="quiet">{text('kept.election', { name: nameOf(candidate), votes: election.votes })}</p>
      )}
      {problem === null ? null : (
        <Notice tone="refusal" isLive>
          {text('kept.failed', { detail: problem })}
        </Notice>
      )}
      <div className="sync-actions">
        {isHere ? (
          <Menu
            label={text('kept.handOver')}
            trigger={<Button isDisabled={others.length === 0}>{text('kept.handOver')}</Button>}
            groups={[
              {
                id: 'computers',
                choices: others.map((computer) => ({
                  id: computer.id,
                  name: text('kept.handOver.choice', { name: nameOf(computer), when: seen(computer.lastSeen) }),
                  run: () => pass({ kind: 'handOver', to: computer.id }),
                })),
              },
            ]}
          />
        ) : null}
        {!isHere && level >= administrator ? (
          <Button onPress={() => pass({ kind: 'stand' })}>{text('kept.stand')}</Button>
        ) : null}
        {!isHere && level >= owner ? (
          <Button tone="quiet" onPress={() => setForcing(true)}>
            {text('kept.force')}
          </Button>
        ) : null}
      </div>
      {isHere && others.length === 0 ? <p className="quiet">{text('kept.handOver.nobody')}</p> : null}
      <EffectDialog
        help="share"
        title={text('kept.force.title')}
        isOpen={isForcing}
        onClose={() => setForcing(false)}
        actName={text('kept.force.act')}
        onAct={() => {
          setForcing(false);
          pass({ kind: 'force' });
        }}
      >
        <p>{text('kept.force.text')}</p>
      </EffectDialog>
    </section>
  );
}
