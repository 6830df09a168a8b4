import { useSettings } from '../../backend/queries';
import { FailurePage } from '../../frame/failure-page';
import { PageTitle } from '../../frame/page-title';
import { Pane } from '../../frame/pane';
import { useTexts } from '../../texts/texts';
import { ApprovalPart } from './approval-part';
import { BackupPart } from './backup-part';
import { InternalPart } from './internal-part';
import { OfficePart } from './office-part';
import { UsersPart } from './users-part';
import './settings.css';

/** What the office is, who works there, and what it decides for itself. What one may not change is only shown. */
export function Settings() {
  const texts = useTexts();
  const t = texts.settings;
  const asked = useSettings();
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
            <UsersPart settings={settings} onChanged={asked.reload} />
            <InternalPart key={settings.internal_days} settings={settings} onChanged={asked.reload} />
            <ApprovalPart settings={settings} onChanged={asked.reload} />
            <BackupPart settings={settings} onChanged={asked.reload} />
            <OfficePart settings={settings} />
          </>
        )}
      </Pane>
    </div>
  );
}
