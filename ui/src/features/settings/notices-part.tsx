import { Button, Checkbox } from '@digdir/designsystemet-react';
import { useEffect, useState } from 'react';
import { noticeService, noticesSet, noticeTry } from '../../backend/notice-commands';
import type { Notices } from '../../backend/notice-types';
import { useNotices } from '../../backend/queries';
import { useAction } from '../../backend/use-action';
import { focusField } from '../../form/field-id';
import { TextField } from '../../form/text-field';
import { unlessChanged } from '../../form/unless-changed';
import { useAnnounce } from '../../frame/announcer';
import { FailureAlert } from '../../frame/failure-alert';
import { useTexts } from '../../texts/texts';
import { CalendarFilesPart } from './calendar-files-part';
import { Part } from './part';

/** How the user is told of what is due, and the files that calendar programs read. */
export function NoticesPart() {
  const t = useTexts().notices;
  const asked = useNotices();
  const [service, setService] = useState<boolean | null>(null);
  useEffect(() => void noticeService().then(setService, () => setService(false)), []);
  return (
    <Part id="notices" title={t.title}>
      <p className="subtle">{t.intro}</p>
      {service === false && <p className="notices-missing">{t.noService}</p>}
      <FailureAlert failure={asked.failure} />
      {asked.data && <NoticeForm chosen={asked.data} />}
      <CalendarFilesPart />
    </Part>
  );
}

/** What stands in the fields: a time of day stays written while it is not used. */
interface Typed {
  on: boolean;
  digest: boolean;
  digest_at: string;
  at_once: boolean;
  quiet: boolean;
  quiet_from: string;
  quiet_to: string;
  quiet_on_days_off: boolean;
}

function typed(chosen: Notices): Typed {
  return {
    ...chosen,
    digest: chosen.digest_at !== null,
    digest_at: chosen.digest_at ?? '08:30',
    quiet: chosen.quiet_from !== null,
    quiet_from: chosen.quiet_from ?? '16:00',
    quiet_to: chosen.quiet_to ?? '08:00',
  };
}

function given({ digest, quiet, ...rest }: Typed): Notices {
  return {
    ...rest,
    digest_at: digest ? rest.digest_at : null,
    quiet_from: quiet ? rest.quiet_from : null,
    quiet_to: quiet ? rest.quiet_to : null,
  };
}

function NoticeForm({ chosen }: { chosen: Notices }) {
  const t = useTexts().notices;
  const [now, setNow] = useState(() => typed(chosen));
  const set = useAction(noticesSet);
  const trial = useAction(noticeTry);
  const announce = useAnnounce();
  const change = (changed: Partial<Typed>) => {
    set.clear();
    setNow((before) => ({ ...before, ...changed }));
  };
  const problem = (path: string) => set.failure?.fields.find((each) => each.path === path)?.message ?? null;
  // Once the fields say what is wrong, the first of them is where one goes on.
  useEffect(() => {
    const first = set.failure?.fields[0];
    if (first) focusField(first.path);
  }, [set.failure]);
  const save = async () => {
    const saved = await set.run(given(now));
    if (!saved) return;
    setNow(unlessChanged(now, typed(saved)));
    announce(t.saved);
  };
  const tick = (name: 'on' | 'digest' | 'at_once' | 'quiet' | 'quiet_on_days_off') => (
    <Checkbox
      label={t.fields[name]}
      value={name}
      id={name === 'at_once' ? 'felt-at_once' : undefined}
      checked={now[name]}
      onChange={(event) => change({ [name]: event.target.checked })}
    />
  );
  const time = (path: 'digest_at' | 'quiet_from' | 'quiet_to') => (
    <TextField
      path={path}
      className="notice-time"
      label={t.fields[path]}
      value={now[path]}
      problem={problem(path)}
      onChange={(text) => change({ [path]: text })}
    />
  );
  return (
    <form
      noValidate
      className="notice-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {tick('on')}
      {now.on && (
        <>
          {tick('digest')}
          {now.digest && time('digest_at')}
          {tick('at_once')}
          {tick('quiet')}
          {now.quiet && (
            <div className="notice-times">
              {time('quiet_from')}
              {time('quiet_to')}
            </div>
          )}
          {tick('quiet_on_days_off')}
          <p className="subtle">{t.heldBack}</p>
        </>
      )}
      <FailureAlert failure={set.failure ?? trial.failure} />
      <div className="buttons">
        <Button type="submit" variant="secondary" aria-busy={set.pending}>
          {t.save}
        </Button>
        <Button
          variant="tertiary"
          aria-busy={trial.pending}
          onClick={() => void trial.run(undefined).then((shown) => shown && announce(t.tried))}
        >
          {t.try}
        </Button>
      </div>
    </form>
  );
}
