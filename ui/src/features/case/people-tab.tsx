import { Button, Heading } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import type { CaseShow } from '../../backend/types';
import { shortDate } from '../../dates/format';
import { useTexts } from '../../texts/texts';
import { ActingPart } from './acting-part';
import { NumbersPart } from './numbers-part';
import type { Wanted } from './wanted';

export interface PeoplePartProps {
  show: CaseShow;
  onAction: (wanted: Wanted) => void;
}

/** Who the person is and how we know, which numbers they have, who acts for them, a child's other parent, and what it wants. */
export function PeopleTab({ show, today, onAction }: PeoplePartProps & { today: string }) {
  return (
    <div className="stack people">
      <IdentityPart show={show} onAction={onAction} />
      <NumbersPart show={show} onAction={onAction} />
      <ActingPart show={show} onAction={onAction} />
      {concernsChild(show, today) && (
        <>
          <OtherParentPart show={show} onAction={onAction} />
          <ChildPart show={show} onAction={onAction} />
        </>
      )}
    </div>
  );
}

/** Whether what is asked for is not offered now: the case is closed to whoever looks. */
export function blocked(show: CaseShow, action: string): boolean {
  return !show.actions.some((each) => each.action === action && each.available);
}

export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="stack" aria-label={title}>
      <Heading level={2} data-size="2xs">
        {title}
      </Heading>
      {children}
    </section>
  );
}

function IdentityPart({ show, onAction }: PeoplePartProps) {
  const texts = useTexts();
  const t = texts.people.identity;
  return (
    <Part title={t.title}>
      <ol className="identity-steps">
        {show.identity.history.map((step, place) => (
          <li key={place}>
            <p>
              {[
                texts.codes.identityStatus[step.status],
                step.on && shortDate(step.on),
                step.method_label ?? (step.status === 'confirmed' && t.methodMissing),
              ]
                .filter(Boolean)
                .join(', ')}
            </p>
            <p className="secondary">{t.step(step.by, shortDate(step.recorded_on))}</p>
          </li>
        ))}
      </ol>
      <p className="secondary">{t.noCopy}</p>
      {!blocked(show, 'person') && (
        <div className="buttons">
          <Button
            variant="secondary"
            aria-label={t.changeLabel}
            onClick={() => onAction({ action: 'person', target: null })}
          >
            {t.change}
          </Button>
        </div>
      )}
    </Part>
  );
}

/** A child is heard: whoever is not grown up, and whoever was heard before they were. */
function concernsChild(show: CaseShow, today: string): boolean {
  const born = show.person.born_on;
  const grownUp = born && `${Number(born.slice(0, 4)) + 18}${born.slice(4)}`;
  return show.child_heard !== null || show.other_parent !== null || show.representative?.kind === 'forelder' || (!!grownUp && today < grownUp);
}

function OtherParentPart({ show, onAction }: PeoplePartProps) {
  const t = useTexts().people.otherParent;
  const known = show.other_parent;
  return (
    <Part title={t.title}>
      {!known && <p className="subtle">{t.none}</p>}
      {known && (
        <div>
          <p>{known.name}</p>
          {known.address && <p className="secondary">{known.address.lines.join(', ')}</p>}
          {known.evidence && <p className="secondary">{t.shows(known.evidence)}</p>}
        </div>
      )}
      <p className="secondary">{t.explain}</p>
      {!blocked(show, 'child') && (
        <div className="buttons">
          <Button variant="secondary" onClick={() => onAction({ action: 'other-parent', target: null })}>
            {known ? t.change : t.add}
          </Button>
          {known && (
            <Button variant="tertiary" onClick={() => onAction({ action: 'end-other-parent', target: null })}>
              {t.end}
            </Button>
          )}
        </div>
      )}
    </Part>
  );
}

function ChildPart({ show, onAction }: PeoplePartProps) {
  const t = useTexts().people.child;
  const heard = show.child_heard;
  return (
    <Part title={t.title}>
      {!heard && <p className="subtle">{t.none}</p>}
      {show.inform_parents !== null && <p>{show.inform_parents ? t.wants.yes : t.wants.no}</p>}
      {heard && (
        <div>
          {heard.text && <p className="quote">{heard.text}</p>}
          <p className="secondary">{t.heard(shortDate(heard.on), heard.by)}</p>
        </div>
      )}
      {!blocked(show, 'child') && (
        <div className="buttons">
          <Button variant="secondary" onClick={() => onAction({ action: 'child', target: null })}>
            {t.record}
          </Button>
        </div>
      )}
    </Part>
  );
}
