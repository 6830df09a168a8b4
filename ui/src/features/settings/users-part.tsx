import { Button } from '@digdir/designsystemet-react';
import { PlusIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import { useUser } from '../../frame/reader';
import { useTexts } from '../../texts/texts';
import { AddUserDialog } from './add-user-dialog';
import { ColumnHeads, Part, type PartProps } from './part';
import { RemoveUserDialog } from './remove-user-dialog';

/** Who may unlock the store, and what each is here for. */
export function UsersPart({ settings, onChanged }: PartProps) {
  const texts = useTexts();
  const t = texts.settings.users;
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState(false);
  const own = useUser()?.name;
  // Whoever may let somebody in may also let them out.
  const removable = settings.users.filter(
    ({ name, role, cleared }) =>
      name !== own && settings.may.add_roles.includes(role) && (!cleared || settings.may.add_cleared),
  );
  const roles = texts.codes.role as Record<string, string>;
  return (
    <Part id="users" title={texts.settings.parts.users}>
      <table className="ds-table settings-table" role="table" aria-labelledby="settings-users">
        <ColumnHeads columns={t.columns} />
        <tbody role="rowgroup">
          {settings.users.map((user) => (
            <tr role="row" key={user.name}>
              <th role="rowheader" scope="row">
                {user.name}
              </th>
              <td role="cell" data-label={t.columns.role}>
                {roles[user.role] ?? user.role}
              </td>
              <td role="cell" data-label={t.columns.cleared}>
                {user.cleared ? t.cleared : <span className="subtle">{t.notCleared}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {settings.may.add_roles.length > 0 ? (
        <div className="buttons">
          <Button variant="secondary" onClick={() => setAdding(true)}>
            <PlusIcon aria-hidden />
            {t.add}
          </Button>
          {removable.length > 0 && (
            <Button variant="secondary" onClick={() => setRemoving(true)}>
              {t.remove.open}
            </Button>
          )}
        </div>
      ) : (
        <p className="subtle">{t.mayNot}</p>
      )}
      {adding && (
        <AddUserDialog
          may={settings.may}
          onClose={() => setAdding(false)}
          onAdded={() => {
            setAdding(false);
            onChanged();
          }}
        />
      )}
      {removing && (
        <RemoveUserDialog
          names={removable.map(({ name }) => name)}
          onClose={() => setRemoving(false)}
          onRemoved={() => {
            setRemoving(false);
            onChanged();
          }}
        />
      )}
    </Part>
  );
}
