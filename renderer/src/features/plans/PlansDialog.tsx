import { FolderClock, Plus, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { PlanRow } from '#core/model/rows';
import { isRefused, useAnswer } from '../../state/model-hooks';
import { EffectFirst, PreviewLines, useActing, type SingleCall } from '../../parts/acting';
import { WhatIfDialog } from '../../parts/what-if';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { EmptyState } from '../../ui/EmptyState';
import { FormColumns } from '../../ui/FormColumns';
import { Select } from '../../ui/Select';
import { Comparison } from './Comparison';
import './plans.css';

/** Stands for the account as it is in the choice of what a plan is compared with. */
const asItIs = '';

/** A plan's acts, and the plan itself gone with them: what is done needs no plan any more. */
function carryOut(plan: PlanRow): { readonly do: 'batch'; readonly args: { readonly do: SingleCall[] } } {
  const acts = plan.do.map((call) => ({ do: call.do, args: call.args }) as SingleCall);
  return { do: 'batch', args: { do: [...acts, { do: 'plan.remove', args: { planId: plan.id } }] } };
}

function ChosenPlan({
  plan,
  plans,
  onDone,
}: {
  readonly plan: PlanRow;
  readonly plans: readonly PlanRow[];
  readonly onDone: () => void;
}): ReactNode {
  const { text, day } = useText();
  const names = useNames();
  const act = useActing();
  const [against, setAgainst] = useState(asItIs);
  const [isRemoving, setRemoving] = useState(false);
  const other = plans.find(({ id }) => id === against && id !== plan.id) ?? null;
  const compared = useAnswer('compare', { planId: plan.id, ...(other === null ? {} : { with: other.id }) });

  async function perform(): Promise<void> {
    const outcome = await act(carryOut(plan), { say: true });
    if (outcome.ok) onDone();
  }
  return (
    <section className="plan" aria-label={plan.name}>
      <p className="quiet">
        {text('plans.saved', { user: names.user(plan.savedBy), day: day(plan.savedOn), count: plan.do.length })}
      </p>
      {plan.note === '' ? null : <p className="plan-note">{plan.note}</p>}
      {isRefused(compared) ? (
        <PreviewLines preview={{ ok: false, refusals: compared.refusals }} />
      ) : (
        <>
          {compared.right.outcome.ok ? null : (
            <PreviewLines preview={{ ok: false, refusals: compared.right.outcome.refusals }} />
          )}
          <Comparison compared={compared} left={other?.name ?? text('plans.asItIs')} right={plan.name} />
        </>
      )}
      <FormColumns of="fields">
        <Select
          label={text('plans.against')}
          value={other?.id ?? asItIs}
          onChange={setAgainst}
          choices={[
            { id: asItIs, name: text('plans.asItIs') },
            ...plans.filter(({ id }) => id !== plan.id).map(({ id, name }) => ({ id, name })),
          ]}
        />
      </FormColumns>
      <div className="plan-acts">
        <Button
          tone="primary"
          isDisabled={isRefused(compared) || !compared.right.outcome.ok}
          onPress={() => void perform()}
        >
          {text('plans.do')}
        </Button>
        <Button icon={Trash2} onPress={() => setRemoving(true)}>
          {text('plans.remove')}
        </Button>
      </div>
      {isRemoving ? (
        <EffectFirst
          help="look-ahead"
          title={text('plans.removeTitle', { name: plan.name })}
          call={{ do: 'plan.remove', args: { planId: plan.id } }}
          actName={text('plans.removeDo')}
          onClose={() => setRemoving(false)}
        >
          <p>{text('plans.removeText')}</p>
        </EffectFirst>
      ) : null}
    </section>
  );
}

/** Plans that are kept: each compared with today or with another one, done in one act, or removed. */
export function PlansDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { text } = useText();
  const plans = useAnswer('plans', {});
  const [chosenId, choose] = useState<string | null>(null);
  const [isTrying, setTrying] = useState(false);
  const known = isRefused(plans) ? [] : plans;
  const chosen = known.find(({ id }) => id === chosenId) ?? known[0] ?? null;
  return (
    <Dialog
      help="look-ahead"
      title={text('plans.title')}
      isOpen
      onClose={onClose}
      size="large"
      actions={
        <Button icon={Plus} onPress={() => setTrying(true)}>
          {text('plans.new')}
        </Button>
      }
    >
      {chosen === null ? (
        <EmptyState icon={FolderClock} title={text('plans.none')}>
          {text('plans.noneText')}
        </EmptyState>
      ) : (
        <>
          <FormColumns of="fields">
            <Select
              label={text('plans.plan')}
              value={chosen.id}
              onChange={choose}
              choices={known.map(({ id, name }) => ({ id, name }))}
            />
          </FormColumns>
          <ChosenPlan key={chosen.id} plan={chosen} plans={known} onDone={onClose} />
        </>
      )}
      {isTrying ? <WhatIfDialog initial={[]} onClose={() => setTrying(false)} /> : null}
    </Dialog>
  );
}
