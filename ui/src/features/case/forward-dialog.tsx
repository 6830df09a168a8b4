import { caseForward } from '../../backend/commands';
import type { CasePartProps } from '../../cases/use-case-work';
import { FormDialog } from '../../frame/form-dialog';
import { SourcedReasons } from '../../marks/sourced-reasons';
import { useTexts } from '../../texts/texts';

/** Says who is responsible, and what is written to whom, before the case leaves the office. */
export function ForwardDialog({ show, work, onClose }: CasePartProps & { onClose: () => void }) {
  const t = useTexts().case.actions.forward;
  const steps = t.modes[show.mode ?? ''] ?? t.modes.oversendes ?? [];
  return (
    <FormDialog
      id="forward"
      title={t.title(show.handled_by.name)}
      save={t.save}
      pending={work.pending}
      failure={work.failure}
      onSave={async () => {
        if (await work.act(caseForward, t.done)) onClose();
      }}
      onClose={onClose}
    >
      <div>
        <p>{t.happens}</p>
        <ol className="happens">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </div>
      <SourcedReasons reasons={show.route?.reasons ?? []} />
    </FormDialog>
  );
}
