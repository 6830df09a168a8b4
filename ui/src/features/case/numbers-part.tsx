import { Button } from '@digdir/designsystemet-react';
import { shortDate } from '../../dates/format';
import { useTexts } from '../../texts/texts';
import { blocked, Part, type PeoplePartProps } from './people-tab';

/** The person's number, and the others that somebody linked. All of them are masked. */
export function NumbersPart({ show, onAction }: PeoplePartProps) {
  const texts = useTexts();
  const t = texts.people.numbers;
  const masked = show.person.masked_identity;
  const free = !blocked(show, 'link-number');
  return (
    <Part title={t.title}>
      {masked ? (
        <p>
          <span className="figures">{masked}</span> <span className="secondary">{t.registered}</span>
        </p>
      ) : (
        <p className="subtle">{t.none}</p>
      )}
      {show.linked_numbers.length > 0 && (
        <ul className="linked-numbers">
          {show.linked_numbers.map((linked) => (
            <li key={linked.place}>
              <div>
                <p>
                  <span className="figures">{linked.masked ?? t.erased}</span>{' '}
                  {linked.kind && <span className="secondary">{texts.codes.numberKind[linked.kind]}</span>}
                </p>
                {linked.reason && <p className="quote">{linked.reason}</p>}
                <p className="secondary">{texts.people.identity.step(linked.by, shortDate(linked.on))}</p>
              </div>
              {free && (
                <Button
                  variant="tertiary"
                  aria-label={`${t.unlink}: ${linked.masked ?? t.erased}`}
                  onClick={() => onAction({ action: 'unlink-number', target: String(linked.place) })}
                >
                  {t.unlink}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {free && masked && (
        <div className="buttons">
          <Button variant="secondary" onClick={() => onAction({ action: 'link-number', target: null })}>
            {t.link}
          </Button>
        </div>
      )}
    </Part>
  );
}
