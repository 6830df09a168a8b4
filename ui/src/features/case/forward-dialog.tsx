import { caseForward } from '../../backend/commands';
import type { CasePartProps } from '../../cases/use-case-work';
import { SourcedReasons } from '../../marks/sourced-reasons';
import { useTexts } from '../../texts/texts';
import { CaseForm } from './case-form';

/** Says who is responsible, and what is written to whom, before the case leaves the office. */
export function ForwardDialog({ show, work, onClose }: CasePartProps & { onClose: () => void }) {
  const t = useTexts().case.actions.forward;
  const steps = t.modes[show.mode ?? ''] ?? t.modes.oversendes ?? [];
  return (
    <CaseForm
      id="forward"
      words={{ ...t, title: t.title(show.handled_by.name) }}
      work={work}
      change={() => caseForward}
      onClose={onClose}
    >
      {() => (
        <>
          <div>
            <p>{t.happens}</p>
            <ol className="happens">
              {steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </div>
          <SourcedReasons reasons={show.route?.reasons ?? []} />
        </>
      )}
    </CaseForm>
  );
}
