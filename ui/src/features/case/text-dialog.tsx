import { useState } from 'react';
import type { CaseVersion } from '../../backend/commands';
import type { CaseShow } from '../../backend/types';
import type { CaseWork } from '../../cases/use-case-work';
import { TextField } from '../../form/text-field';
import { CaseForm } from './case-form';

interface Props {
  id: string;
  words: { title: string; intro?: string; save: string; done: string };
  /** The one field: what the core calls it, what it is called here, and what is said where nothing stands in it. */
  field: { name: string; label: string; missing: string; rows?: number; before?: string };
  work: CaseWork;
  change: (version: CaseVersion, text: string) => Promise<CaseShow>;
  onClose: () => void;
}

/** A change that needs nothing but one text: why, or what something is called. */
export function TextDialog({ id, words, field, work, change, onClose }: Props) {
  const [typed, setTyped] = useState(field.before ?? '');
  const text = typed.trim();
  const wanted = () => (text === '' ? null : (version: CaseVersion) => change(version, text));
  return (
    <CaseForm id={id} words={words} work={work} change={wanted} onClose={onClose}>
      {({ tried, refused }) => (
        <TextField
          path={`${id}.${field.name}`}
          label={field.label}
          {...(field.rows && { rows: field.rows })}
          value={typed}
          problem={(tried && text === '' ? field.missing : null) ?? refused(field.name)}
          onChange={setTyped}
        />
      )}
    </CaseForm>
  );
}
