import { Button, Heading, Tag } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { CaseShow } from '../../backend/types';
import { allows } from '../../cases/allows';
import { shortDate } from '../../dates/format';
import { useTexts } from '../../texts/texts';

interface Props {
  show: CaseShow;
  onLetter: (kind: string, issued: string | null, corrects?: string | null) => void;
}

/** What has been sent, and what one may write now: the proposed kind first, with the reason. */
export function LettersTab({ show, onLetter }: Props) {
  const texts = useTexts();
  const t = texts.case.letters;
  const proposed = show.letter_kinds.find((each) => each.proposed) ?? show.letter_kinds[0];
  const [kind, setKind] = useState<string | null>(null);
  const correctedBy = (number: string) => show.letters.find((each) => each.supersedes === number)?.letter;
  // A kind that does not apply any longer is nobody's choice.
  const chosen = (show.letter_kinds.find((each) => each.kind === kind) ?? proposed)?.kind ?? null;
  return (
    <div className="stack">
      {show.pending_letters.length > 0 && (
        <section className="stack">
          <Heading level={2} data-size="2xs">
            {t.pending}
          </Heading>
          <ul className="letters">
            {show.pending_letters.map((letter) => (
              <li key={`${letter.kind} ${letter.cases.join()}`}>
                <span>
                  {letter.kind_label}
                  <span className="secondary">
                    {' '}
                    {t.pendingState[letter.state](letter.asked_by, shortDate(letter.asked_on))}
                  </span>
                </span>
                <Button variant="secondary" className="small-action" onClick={() => onLetter(letter.kind, null, letter.corrects)}>
                  {t.open(letter.kind_label)}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="stack">
        <Heading level={2} data-size="2xs">
          {t.issued}
        </Heading>
        {show.letters.length === 0 && <p className="subtle">{t.none}</p>}
        <ul className="letters">
          {show.letters.map((letter) => (
            <li key={letter.letter}>
              <span>
                <span className="figures">{letter.letter}</span> {letter.kind_label}
                <span className="secondary">
                  {' '}
                  {shortDate(letter.dated_on)} · {letter.channel_label} · {t.pages(letter.pages)}
                  {letter.supersedes && ` · ${t.corrects(letter.supersedes)}`}
                  {correctedBy(letter.letter) && ` · ${t.correctedBy(correctedBy(letter.letter) ?? '')}`}
                </span>{' '}
                {letter.recipients
                  .filter((each) => each.standing !== 'sent')
                  .map((each) => (
                    <Tag key={each.to} variant="outline" {...(each.standing === 'returned' ? { 'data-color': 'danger' } : {})}>
                      {each.standing_label}
                    </Tag>
                  ))}
              </span>
              <Button
                variant="secondary"
                className="small-action"
                onClick={() => onLetter(letter.kind, letter.letter)}
              >
                {t.show(letter.letter)}
              </Button>
            </li>
          ))}
        </ul>
      </section>
      {show.letter_kinds.length > 0 && allows(show, 'letter') && (
        <section className="stack">
          <fieldset className="kinds">
            <legend>{t.kind}</legend>
            {show.letter_kinds.map((each) => (
              <label key={each.kind} className="kind">
                <input
                  type="radio"
                  className="ds-input"
                  name="letter-kind"
                  value={each.kind}
                  checked={each.kind === chosen}
                  onChange={() => setKind(each.kind)}
                  // The one that is proposed is chosen by a press too, though nothing changes: it stays, whatever is proposed later.
                  onClick={() => setKind(each.kind)}
                />
                <span>
                  {each.label} {each.proposed && <Tag variant="outline">{t.proposed}</Tag>}
                  {each.why && <span className="secondary kind-why">{each.why}</span>}
                </span>
              </label>
            ))}
          </fieldset>
          <div className="buttons">
            <Button variant="secondary" onClick={() => chosen && onLetter(chosen, null)}>
              {t.compose}
            </Button>
          </div>
        </section>
      )}
    </div>
  );
}
