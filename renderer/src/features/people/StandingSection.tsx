import type { ReactNode } from 'react';
import { featureNames, type Feature } from '#core/model/vocabulary';
import type { UserAnswer } from '#core/queries/user';
import { useRows } from '../../state/model-hooks';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Badge, StatusPill } from '../../ui/Badge';
import { PropertyList, PropertySection } from '../../ui/PropertyList';
import { licenseWords, reasonSentences, userStatusTone } from './person-words';

/** The status with its reason, what serves, and what that lets the person use. */
export function StandingSection({ user }: { readonly user: UserAnswer }): ReactNode {
  const writer = useText();
  const { text, list } = writer;
  const names = useNames();
  const rows = useRows();
  const usable = new Set<Feature>(user.features);
  const missing = featureNames.filter((feature) => !usable.has(feature));
  /** The nearest group whose list takes the feature away. */
  const takenAt = (feature: Feature): string | undefined =>
    [...rows.ancestry(user.groupId)].find((group) => group.deny.includes(feature))?.name;
  const reasons = reasonSentences(user, rows, writer, names);
  return (
    <PropertySection title={text('person.standing')} words={['service', 'fallback', 'blocked']}>
      <div>
        <StatusPill tone={userStatusTone[user.status]}>{text(`userStatus.${user.status}`)}</StatusPill>
        {reasons.map((reason) => (
          <p key={reason} className="quiet">
            {reason}
          </p>
        ))}
      </div>
      <PropertyList
        properties={[
          { id: 'serves', name: text('person.serves'), value: licenseWords(user, writer, names) || text('ui.empty') },
          ...(user.menus.length === 0
            ? []
            : [
                {
                  id: 'menus',
                  name: text('person.menus'),
                  value: list(user.menus.map((menuId) => names.menu(menuId))),
                },
              ]),
        ]}
      />
      <div>
        <p className="field-label">{text('person.features')}</p>
        {user.features.length === 0 ? (
          <p className="quiet">{text('person.featuresNone')}</p>
        ) : (
          <ul className="feature-list">
            {user.features.map((feature) => (
              <li key={feature}>
                <Badge tone="success">{names.feature(feature)}</Badge>
              </li>
            ))}
          </ul>
        )}
      </div>
      {user.features.length === 0 || missing.length === 0 ? null : (
        <details className="feature-missing">
          <summary>{text('person.missing', { count: missing.length })}</summary>
          <ul>
            {missing.map((feature) => {
              const group = takenAt(feature);
              return (
                <li key={feature}>
                  {group === undefined
                    ? text('person.notGiven', { feature: names.feature(feature) })
                    : text('person.takenAt', { feature: names.feature(feature), group })}
                </li>
              );
            })}
          </ul>
        </details>
      )}
    </PropertySection>
  );
}
