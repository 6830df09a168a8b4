import { CheckmarkCircleFillIcon } from '@navikt/aksel-icons';
import { useTexts } from '../../texts/texts';

export interface StepState {
  title: string;
  detail: string;
}

/** The steps at the left: the done ones show their answer. */
export function StepList({ steps, current }: { steps: readonly StepState[]; current: number }) {
  const t = useTexts().firstRun;
  return (
    <ol className="first-run-steps" aria-label={t.steps}>
      {steps.map((step, index) => (
        <li key={step.title} aria-current={index === current ? 'step' : undefined}>
          {index < current ? (
            <CheckmarkCircleFillIcon className="tick" title={t.done} />
          ) : (
            <span className="first-run-number" aria-hidden="true">
              {index + 1}
            </span>
          )}
          <span>
            <span className="first-run-step">{step.title}</span>
            <span className="secondary">{step.detail}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
