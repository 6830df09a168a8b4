import { Button, Heading } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { calendarFileKeep, calendarFileStop } from '../../backend/notice-commands';
import type { CalendarFile } from '../../backend/notice-types';
import { useCalendarFiles } from '../../backend/queries';
import { useAction } from '../../backend/use-action';
import { ChoiceField, choicesOf } from '../../form/choice-field';
import { useAnnounce } from '../../frame/announcer';
import { FailureAlert } from '../../frame/failure-alert';
import { FormDialog } from '../../frame/form-dialog';
import { useTexts } from '../../texts/texts';

/** The files that calendar programs subscribe to: the user's own, and the office's. */
export function CalendarFilesPart() {
  const t = useTexts().notices.calendar;
  const asked = useCalendarFiles();
  const [which, setWhich] = useState('all');
  const [stopping, setStopping] = useState<{ office: boolean } | null>(null);
  const keep = useAction(calendarFileKeep);
  const announce = useAnnounce();
  const choose = async (office: boolean) => {
    if (!(await keep.run({ office, mine: !office && which === 'mine' }))) return;
    announce(t.kept);
    asked.reload();
  };
  const files = asked.data;
  return (
    <>
      <Heading level={3} data-size="2xs">
        {t.title}
      </Heading>
      <p className="subtle">{t.intro}</p>
      <FailureAlert failure={asked.failure ?? keep.failure} />
      {files && (
        <>
          {files.own ? (
            <File title={t.own} file={files.own} onStop={() => setStopping({ office: false })} />
          ) : (
            <ChoiceField
              path="calendar.which"
              label={t.which}
              value={which}
              choices={choicesOf(t.choices)}
              onChange={setWhich}
            />
          )}
          {files.office && (
            <File
              title={t.office}
              file={files.office}
              onStop={files.may_office ? () => setStopping({ office: true }) : null}
            />
          )}
          <div className="buttons">
            {!files.own && (
              <Button variant="secondary" aria-busy={keep.pending} onClick={() => void choose(false)}>
                {t.choose}
              </Button>
            )}
            {files.may_office && !files.office && (
              <Button variant="tertiary" aria-busy={keep.pending} onClick={() => void choose(true)}>
                {t.chooseOffice}
              </Button>
            )}
          </div>
        </>
      )}
      {stopping && (
        <StopDialog
          office={stopping.office}
          onClose={() => setStopping(null)}
          onStopped={() => {
            setStopping(null);
            announce(t.stopped);
            asked.reload();
          }}
        />
      )}
    </>
  );
}

function File({ title, file, onStop }: { title: string; file: CalendarFile; onStop: (() => void) | null }) {
  const t = useTexts().notices.calendar;
  return (
    <div className="calendar-file">
      <p>
        {title}
        {file.mine && ` (${t.choices.mine.toLowerCase()})`}: <span className="source">{file.path}</span>
      </p>
      {file.problem ? (
        <p className="notices-missing">{file.problem}</p>
      ) : (
        file.written_at && <p className="subtle">{t.writtenAt(file.written_at)}</p>
      )}
      {onStop && (
        <div className="buttons">
          <Button variant="tertiary" aria-label={t.stopOf(title)} onClick={onStop}>
            {t.stop}
          </Button>
        </div>
      )}
    </div>
  );
}

/** The file stays as it is, or goes: whoever subscribes to it sees the difference. */
function StopDialog({ office, onClose, onStopped }: { office: boolean; onClose: () => void; onStopped: () => void }) {
  const texts = useTexts();
  const t = texts.notices.calendar;
  const stop = useAction(calendarFileStop);
  const run = async (remove_file: boolean) => {
    if (await stop.run({ office, remove_file })) onStopped();
  };
  return (
    <FormDialog
      id="stop-calendar"
      title={t.stopTitle}
      intro={t.stopIntro}
      save={t.keepFile}
      pending={stop.pending}
      failure={stop.failure}
      onSave={() => void run(false)}
      onClose={onClose}
      buttons={
        <div className="buttons">
          <Button type="submit" data-color="accent" aria-busy={stop.pending}>
            {t.keepFile}
          </Button>
          <Button variant="secondary" onClick={() => void run(true)}>
            {t.removeFile}
          </Button>
          <Button variant="tertiary" onClick={onClose}>
            {texts.frame.cancel}
          </Button>
        </div>
      }
    />
  );
}
