import { Ban } from 'lucide-react';
import type { ReactNode } from 'react';
import { featuresOffWhenLimited } from '#core/catalogue/license-types';
import type { AccountAnswer } from '#core/queries/account';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Badge } from '../../ui/Badge';
import { Notice } from '../../ui/Notice';

/** What does not grow while the account is limited (U10). */
const cannotGrow = ['purchases', 'allocations', 'seats', 'allowances', 'numbers'] as const;

/** Shows whether the account is limited, why, and what that means (U10). */
export function Standing({ account }: { readonly account: AccountAnswer }): ReactNode {
  const { text } = useText();
  const names = useNames();
  const { limited, paymentMethod, outstanding } = account;
  return (
    <section className="account-standing" aria-label={text('standing.title')}>
      <h3>{text('standing.title')}</h3>
      {limited ? (
        <Notice tone="warning" title={text('standing.limited')} rule="U10">
          {paymentMethod === 'none' ? <p>{text('standing.noMethod')}</p> : null}
          {outstanding > 0 ? <p>{text('standing.outstanding', { amount: outstanding })}</p> : null}
        </Notice>
      ) : (
        <Notice tone="success" title={text('standing.good')} rule="U10">
          {text('standing.goodText')}
        </Notice>
      )}
      <p className="quiet">{text(limited ? 'standing.cannot' : 'standing.couldNot')}</p>
      <ul className="standing-list">
        {cannotGrow.map((thing) => (
          <li key={thing}>{text(`standing.grow.${thing}`)}</li>
        ))}
      </ul>
      <p className="quiet">{text(limited ? 'standing.off' : 'standing.wouldBeOff')}</p>
      <ul className="feature-list">
        {featuresOffWhenLimited.map((feature) => (
          <li key={feature}>
            <Badge tone={limited ? 'warning' : 'neutral'} icon={limited ? Ban : undefined}>
              {names.feature(feature)}
            </Badge>
          </li>
        ))}
      </ul>
      <p className="quiet">{text('standing.always')}</p>
    </section>
  );
}
