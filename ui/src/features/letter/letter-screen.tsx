import { useCase } from '../../backend/queries';
import { FailurePage } from '../../frame/failure-page';
import { useTexts } from '../../texts/texts';
import { DraftView } from './draft-view';
import { IssuedView } from './issued-view';
import './letter.css';

interface Props {
  number: string;
  kind: string;
  issued: string | null;
  /** The number of the letter that is being corrected. */
  corrects: string | null;
  onCorrect: (letter: string) => void;
  today: string;
  onKind: (kind: string) => void;
  onIssued: (letter: string) => void;
  onBack: () => void;
}

export function LetterScreen(props: Props) {
  const { number, kind, issued, today, corrects, onKind, onCorrect, onIssued, onBack } = props;
  const t = useTexts().frame;
  const asked = useCase(number);
  if (asked.failure && !asked.data) return <FailurePage failure={asked.failure} onRetry={asked.reload} />;
  if (!asked.data) return <p className="loading">{t.loading}</p>;
  const letter = asked.data.letters.find((each) => each.letter === issued);
  if (letter)
    return (
      <IssuedView
        show={asked.data}
        letter={letter}
        today={today}
        onCorrect={() => onCorrect(letter.letter)}
        onBack={onBack}
        onChanged={asked.reload}
      />
    );
  return (
    <DraftView
      // What somebody else has said of the letter meanwhile is read anew.
      key={asked.data.version}
      show={asked.data}
      kind={kind}
      corrects={corrects}
      onKind={onKind}
      onBack={onBack}
      onIssued={(each) => onIssued(each.letter)}
      onChanged={asked.reload}
    />
  );
}
