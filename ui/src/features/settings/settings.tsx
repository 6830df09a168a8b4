import { useEffect } from 'react';
import { useSettings } from '../../backend/queries';
import type { Settings as Shown } from '../../backend/settings-types';
import type { SessionState } from '../../backend/types';
import { FailurePage } from '../../frame/failure-page';
import { PageTitle } from '../../frame/page-title';
import { Pane } from '../../frame/pane';
import { UnreadableAlert } from '../../frame/unreadable-alert';
import { useTexts } from '../../texts/texts';
import { AbsencePart } from './absence-part';
import { ApprovalPart } from './approval-part';
import { BackupPart } from './backup-part';
import { CheckedFolder } from './checked-folder';
import { InternalPart } from './internal-part';
import { LetterTextsPart } from './letter-texts-part';
import { NoticesPart } from './notices-part';
import { OfficePart } from './office-part';
import { UsersPart } from './users-part';
import { WindowPart } from './window-part';
import './settings.css';

interface Props {
  /** Tells what of the office's own cannot be read, whenever that has been asked for. */
  onUnreadable: (unreadable: SessionState['unreadable']) => void;
}

/** What the office is, who works there, and what it decides for itself. What one may not change is only shown. */
export function Settings({ onUnreadable }: Props) {
  const texts = useTexts();
  const t = texts.settings;
  const asked = useSettings();
  useEffect(() => {
    if (asked.data) onUnreadable(unreadableOf(asked.data));
  }, [asked.data]);
  if (asked.failure && !asked.data) return <FailurePage failure={asked.failure} onRetry={asked.reload} />;
  const settings = asked.data;
  return (
    <div className="settings">
      <header className="page-head settings-head">
        <PageTitle>{t.title}</PageTitle>
        {settings && <p className="subtle">{settings.office.name}</p>}
      </header>
      <Pane label={t.title} className="settings-parts" stop>
        {!settings && <p className="loading">{texts.frame.loading}</p>}
        {settings && (
          <>
            <UnreadableAlert unreadable={unreadableOf(settings)} here />
            {settings.catalogue.problems.length > 0 && (
              <CheckedFolder why={t.catalogueUnreadable} problems={settings.catalogue.problems} />
            )}
            <WindowPart />
            <NoticesPart />
            <UsersPart settings={settings} onChanged={asked.reload} />
            <AbsencePart />
            <InternalPart key={settings.internal_days} settings={settings} onChanged={asked.reload} />
            <ApprovalPart settings={settings} onChanged={asked.reload} />
            <BackupPart settings={settings} onChanged={asked.reload} />
            <LetterTextsPart settings={settings} onChanged={asked.reload} />
            <OfficePart settings={settings} />
          </>
        )}
      </Pane>
    </div>
  );
}

function unreadableOf({ catalogue, letter_texts }: Shown): SessionState['unreadable'] {
  const found: SessionState['unreadable'] = [];
  if (catalogue.state === 'unreadable') found.push('catalogue');
  if (letter_texts.state === 'unreadable') found.push('letter-texts');
  return found;
}
