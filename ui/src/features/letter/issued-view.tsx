import { Button, Heading } from '@digdir/designsystemet-react';
import { letterOpen, letterSave } from '../../backend/commands';
import { useIssuedPdf } from '../../backend/queries';
import type { Letter } from '../../backend/letter-types';
import type { CaseShow } from '../../backend/types';
import { useAction } from '../../backend/use-action';
import { allows } from '../../cases/allows';
import { longDate } from '../../dates/format';
import { useAnnounce } from '../../frame/announcer';
import { FailureAlert } from '../../frame/failure-alert';
import { Pane } from '../../frame/pane';
import { useShortcuts } from '../../frame/shortcut-provider';
import { useLanguage, useTexts } from '../../texts/texts';
import { DeliveryPane } from './delivery-pane';
import { LetterHead } from './letter-head';
import { PdfView } from '../../pdf/pdf-view';

interface Props {
  show: CaseShow;
  letter: Letter;
  today: string;
  onCorrect: () => void;
  onBack: () => void;
  onChanged: () => void;
}

/** A letter that is numbered, hashed and locked: to read, open, save, and correct by a new one, and what became of it. */
export function IssuedView({ show, letter, today, onCorrect, onBack, onChanged }: Props) {
  const texts = useTexts();
  const language = useLanguage();
  const t = texts.letter.issued;
  const announce = useAnnounce();
  const correctedBy = show.letters.find((each) => each.supersedes === letter.letter)?.letter;
  const pdf = useIssuedPdf(letter.letter);
  const open = useAction(letterOpen);
  const save = useAction(letterSave);
  const saveIt = async () => {
    const saved = await save.run(letter.letter);
    if (saved?.path) announce(t.saved(saved.path));
  };
  useShortcuts({ main: () => void open.run(letter.letter), back: onBack });
  const facts: [string, string][] = [
    [t.number, letter.letter],
    [t.dated, longDate(letter.dated_on, language)],
    [t.channel, letter.channel_label],
    [t.messageTitle, letter.message_title],
    [t.pages, String(letter.pages)],
    [t.hash, letter.sha256 ?? t.erased],
  ];
  return (
    <div className="letter" data-issued="">
      <LetterHead
        show={show}
        title={letter.kind_label}
        state={texts.letter.locked}
        last={letter.letter}
        onBack={onBack}
      >
        <Button data-color="accent" onClick={() => void open.run(letter.letter)}>
          {t.open}
        </Button>
        <Button variant="secondary" onClick={() => void saveIt()}>
          {t.save}
        </Button>
        {letter.correctable && !correctedBy && allows(show, 'note') && (
          <Button variant="secondary" onClick={onCorrect}>
            {t.correct}
          </Button>
        )}
        <Button variant="secondary" onClick={onBack}>
          {t.backToCase}
        </Button>
      </LetterHead>
      <Pane as="aside" stop label={t.title} className="structure-pane">
        <Heading level={2} data-size="2xs">
          {t.title}
        </Heading>
        <p className="subtle">{t.explain}</p>
        {correctedBy && <p>{t.corrected(correctedBy)}</p>}
        {letter.supersedes && <p>{t.correctsOther(letter.supersedes)}</p>}
        <FailureAlert failure={open.failure ?? save.failure} />
        <dl className="facts issued-facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="figures">{value}</dd>
            </div>
          ))}
        </dl>
        <DeliveryPane show={show} letter={letter} today={today} onChanged={onChanged} />
      </Pane>
      <PdfView bytes={pdf.data} busy={pdf.loading} failure={pdf.failure} />
    </div>
  );
}
