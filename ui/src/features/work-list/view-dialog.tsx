import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { viewDelete, viewSave } from '../../backend/commands';
import type { Kept, ViewFilters } from '../../backend/types';
import { useAction } from '../../backend/use-action';
import { TextField } from '../../form/text-field';
import { useAnnounce } from '../../frame/announcer';
import { FormDialog } from '../../frame/form-dialog';
import { useTexts } from '../../texts/texts';

interface Props {
  filters: ViewFilters;
  /** Words or a person are searched for, which no view keeps. */
  searching: boolean;
  kept: Kept;
  onKept: (kept: Kept) => void;
  onClose: () => void;
}

/** Saves the list as it is narrowed, by a name, and takes away what the user has saved before. */
export function ViewDialog({ filters, searching, kept, onKept, onClose }: Props) {
  const t = useTexts().workList.views;
  const announce = useAnnounce();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const [missing, setMissing] = useState(false);
  const save = useAction(viewSave);
  const remove = useAction(viewDelete);
  const own = kept.views.filter((view) => view.own);
  const replaces = own.some((view) => view.name === name.trim());
  const onSave = async () => {
    setMissing(name.trim() === '');
    if (name.trim() === '') return;
    const after = await save.run({ name: name.trim(), shared, filters });
    if (!after) return;
    onKept(after);
    announce(t.saved(name.trim()));
    onClose();
  };
  const onDelete = async (view: string) => {
    const after = await remove.run({ name: view });
    if (!after) return;
    onKept(after);
    announce(t.deleted(view));
  };
  return (
    <FormDialog
      id="view"
      title={t.title}
      intro={searching ? `${t.intro} ${t.notSearched}` : t.intro}
      save={replaces ? t.replace : t.save}
      pending={save.pending}
      failure={save.failure ?? remove.failure}
      onSave={() => void onSave()}
      onClose={onClose}
    >
      <TextField path="view.name" label={t.name} value={name} problem={missing ? t.nameMissing : null} onChange={setName} />
      <label className="check-line">
        <input type="checkbox" className="ds-input" checked={shared} onChange={(event) => setShared(event.target.checked)} />
        {t.share}
      </label>
      {own.length > 0 && (
        <section aria-labelledby="own-views">
          <h3 id="own-views" className="own-views-title">
            {t.own}
          </h3>
          <ul className="own-views">
            {own.map((view) => (
              <li key={view.name}>
                <span>
                  {view.name}
                  {view.shared && <span className="secondary"> · {t.shared}</span>}
                </span>
                <Button
                  variant="secondary"
                  className="small-action"
                  aria-label={t.deleteOf(view.name)}
                  onClick={() => void onDelete(view.name)}
                >
                  {t.delete}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </FormDialog>
  );
}
