import { Tag } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import type { CaseShow } from '../../backend/types';
import { PageTitle } from '../../frame/page-title';
import { DeadlineMark } from '../../marks/deadline-mark';
import { TrackTag } from '../../marks/track-tag';
import { useTexts } from '../../texts/texts';

interface Props {
  show: CaseShow;
  title: string;
  state: string;
  last: string;
  onBack: () => void;
  children: ReactNode;
}

export function LetterHead({ show, title, state, last, onBack, children }: Props) {
  const t = useTexts().letter;
  return (
    <header className="letter-head">
      <div>
        <nav aria-label={t.path}>
          <button type="button" className="link-button" onClick={onBack}>
            {show.title}, {show.case}
          </button>
          <span> / {last}</span>
        </nav>
        <div className="letter-title">
          <PageTitle>{title}</PageTitle>
          <TrackTag track={show.track} mode={show.mode} />
          <Tag variant="outline">{state}</Tag>
          <DeadlineMark row={show} />
        </div>
      </div>
      <div className="buttons">{children}</div>
    </header>
  );
}
