import { useEffect, useState } from 'react';
import { bulkCases } from '../../backend/commands';
import type { ListQuery } from '../../cases/use-pages';
import { useAction } from '../../backend/use-action';
import { FailureAlert } from '../../frame/failure-alert';
import { BulkDialog } from './bulk-dialog';
import { LettersDialog } from './letters-dialog';
import type { ManyAction } from './selection-bar';

interface Props {
  action: ManyAction;
  picked: readonly string[];
  /** The list, where all of it is picked. */
  list: ListQuery | null;
  onClose: (changed: boolean) => void;
}

/** The dialog of what is done with many cases. Letters are for numbers; a list is turned into those first. */
export function ManyDialog({ action, picked, list, onClose }: Props) {
  const gather = useAction(bulkCases);
  const [cases, setCases] = useState<readonly string[] | null>(list ? null : picked);
  const letters = action === 'letters' || action === 'remind';
  useEffect(() => {
    if (letters && list) void gather.run({ ...list, limit: 500, after: null }).then((found) => found && setCases(found.cases));
  }, []);
  if (!letters) return <BulkDialog action={action} which={list ? { list: { ...list, limit: 500, after: null } } : { cases: [...picked] }} onClose={onClose} />;
  if (!cases) return <FailureAlert failure={gather.failure} />;
  return <LettersDialog cases={cases} {...(action === 'remind' && { begin: 'reminder' })} onClose={onClose} />;
}
