import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useColleagues } from '../../backend/queries';
import { useAction } from '../../backend/use-action';
import { absenceEnd } from '../../backend/work-commands';
import type { Colleague, Colleagues } from '../../backend/work-types';
import { useAnnounce } from '../../frame/announcer';
import { FailureAlert } from '../../frame/failure-alert';
import { readsOnly, useUser } from '../../frame/reader';
import { useTexts } from '../../texts/texts';
import { AbsenceDialog } from './absence-dialog';
import { HandOverDialog } from './hand-over-dialog';
import { ColumnHeads, Part } from './part';

/** Who is away, and who covers for them. One says so of oneself, and a lead of others. */
export function AbsencePart() {
  const t = useTexts().work.absence;
  const user = useUser();
  const asked = useColleagues();
  const [entering, setEntering] = useState(false);
  const [moving, setMoving] = useState<string | null>(null);
  const end = useAction(absenceEnd);
  const announce = useAnnounce();
  const people = asked.data;
  const back = async (name: string) => {
    if (!(await end.run({ name }))) return;
    announce(t.ended(name));
    asked.reload();
  };
  const mayFor = (name: string) => people !== null && (people.may_manage || name === user?.name);
  return (
    <Part id="absence" title={t.title}>
      <p className="subtle">{t.intro}</p>
      <FailureAlert failure={asked.failure ?? end.failure} />
      {people && (
        <table className="ds-table settings-table" role="table" aria-labelledby="settings-absence">
          <ColumnHeads columns={t.columns} />
          <tbody role="rowgroup">
            {people.colleagues.map((each) => (
              <Row
                key={each.name}
                colleague={each}
                people={people}
                mayEnd={mayFor(each.name)}
                onEnd={() => void back(each.name)}
                onMove={() => setMoving(each.name)}
              />
            ))}
          </tbody>
        </table>
      )}
      {people && !readsOnly(user) && (
        <div className="buttons">
          <Button variant="secondary" onClick={() => setEntering(true)}>
            {t.enter}
          </Button>
        </div>
      )}
      {people && entering && (
        <AbsenceDialog
          people={people}
          me={user?.name ?? ''}
          onClose={() => setEntering(false)}
          onEntered={() => {
            setEntering(false);
            asked.reload();
          }}
        />
      )}
      {people && moving && (
        <HandOverDialog people={people.colleagues} from={moving} onClose={() => setMoving(null)} />
      )}
    </Part>
  );
}

interface RowProps {
  colleague: Colleague;
  people: Colleagues;
  mayEnd: boolean;
  onEnd: () => void;
  onMove: () => void;
}

function Row({ colleague, people, mayEnd, onEnd, onMove }: RowProps) {
  const t = useTexts().work.absence;
  const { name, away } = colleague;
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {name}
      </th>
      <td role="cell" data-label={t.columns.away}>
        {away ? (away.now ? t.days : t.coming)(away.from_on, away.to_on) : <span className="subtle">{t.here}</span>}
      </td>
      <td role="cell" data-label={t.columns.substitute}>
        {away?.substitute}
      </td>
      <td role="cell" data-label={t.columns.actions}>
        <div className="buttons">
          {away && mayEnd && (
            <Button variant="tertiary" aria-label={t.endOf(name)} onClick={onEnd}>
              {t.end}
            </Button>
          )}
          {people.may_manage && people.colleagues.length > 1 && (
            <Button variant="tertiary" aria-label={t.handOverOf(name)} onClick={onMove}>
              {t.handOver}
            </Button>
          )}
        </div>
      </td>
    </tr>
  );
}
