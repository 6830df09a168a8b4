import { TextField } from '../form/text-field';
import { useTexts } from '../texts/texts';
import type { OtherParentDraft } from './other-parent';

interface Props {
  draft: OtherParentDraft;
  /** The words at the field of this path. */
  problem: (path: string) => string | null;
  edit: (changed: Partial<OtherParentDraft>) => void;
}

/** Who has parental responsibility beside whoever acts for the child, and how it is known. */
export function OtherParentFields({ draft, problem, edit }: Props) {
  const t = useTexts().people.otherParent;
  return (
    <>
      <TextField
        path="other_parent.name"
        label={t.name}
        value={draft.name}
        problem={problem('other_parent.name')}
        onChange={(name) => edit({ name })}
      />
      <TextField
        path="other_parent.address"
        label={t.address}
        rows={2}
        value={draft.addressLines}
        problem={problem('other_parent.address')}
        onChange={(addressLines) => edit({ addressLines })}
      />
      <TextField
        path="other_parent.evidence"
        label={t.evidence}
        hint={t.evidenceHint}
        value={draft.evidence}
        problem={problem('other_parent.evidence')}
        onChange={(evidence) => edit({ evidence })}
      />
    </>
  );
}
