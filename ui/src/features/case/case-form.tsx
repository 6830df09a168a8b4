import { useState, type ReactNode } from 'react';
import type { CaseVersion } from '../../backend/commands';
import type { CaseShow } from '../../backend/types';
import type { CaseWork } from '../../cases/use-case-work';
import { FormDialog } from '../../frame/form-dialog';

interface Asked {
  /** Whether one has tried to save: what is missing is told from then on. */
  tried: boolean;
  /** What the core said against a field, by the beginning of its path. */
  refused: (path: string) => string | null;
}

interface Props {
  id: string;
  words: { title: string; intro?: string; save: string; done: string };
  work: CaseWork;
  /** The change that the fields ask for, or null while they lack something. */
  change: () => ((version: CaseVersion) => Promise<CaseShow>) | null;
  onClose: () => void;
  /** What follows a change that was carried out, before the dialog closes. */
  onDone?: () => void;
  children?: (asked: Asked) => ReactNode;
}

/** A dialog that changes the case. It closes when the change is carried out, and keeps what was typed when it is not. */
export function CaseForm({ id, words, work, change, onClose, onDone, children }: Props) {
  const [tried, setTried] = useState(false);
  const refused = (path: string) => work.failure?.fields.find((each) => each.path.startsWith(path))?.message ?? null;
  const save = async () => {
    setTried(true);
    const wanted = change();
    if (!wanted || !(await work.act(wanted, words.done))) return;
    onDone?.();
    onClose();
  };
  return (
    <FormDialog
      id={id}
      title={words.title}
      {...(words.intro ? { intro: words.intro } : {})}
      save={words.save}
      pending={work.pending}
      failure={work.failure}
      onSave={() => void save()}
      onClose={onClose}
    >
      {children?.({ tried, refused })}
    </FormDialog>
  );
}
