import { Alert, Heading } from '@digdir/designsystemet-react';
import type { Registers, RequestPreview } from '../../backend/types';
import { Pane } from '../../frame/pane';
import { useTexts } from '../../texts/texts';
import { AddRegister } from './add-register';
import type { DemandDraft } from './draft';
import { Everything } from './everything';
import { LiveCase } from './live-case';
import { Matrix } from './matrix';
import { OtherRules } from './other-rules';
import type { PartProps } from './source-pane';

interface Props extends PartProps {
  catalogue: Registers;
  preview: RequestPreview | null;
  busy: boolean;
}

/** Right: what it becomes. Cases appear and change while one types. */
export function OutcomePane({ draft, problems, change, catalogue, preview, busy }: Props) {
  const t = useTexts().intake.becomes;
  const registerOf = (id: string) => catalogue.registers.find((each) => each.id === id);
  const edit = (index: number, changed: Partial<DemandDraft>) =>
    change({ demands: draft.demands.map((each, at) => (at === index ? { ...each, ...changed } : each)) });
  const titleOf = (demand: DemandDraft) =>
    t.demand(
      catalogue.rights.find((each) => each.id === demand.right)?.label ?? demand.right,
      registerOf(demand.register)?.short ?? demand.register,
    );
  return (
    <Pane label={t.title} className="intake-outcome">
      <Heading level={2} data-size="2xs">
        {t.title}
      </Heading>
      <Matrix draft={draft} catalogue={catalogue} change={change} />
      <AddRegister
        registers={catalogue.registers}
        chosen={draft.registers}
        problem={problems.at('demands')}
        onAdd={(id) => draft.registers.includes(id) || change({ registers: [...draft.registers, id] })}
      />
      <Everything draft={draft} catalogue={catalogue} change={change} />
      <div className="live-head">
        <Heading level={2} data-size="2xs">
          {t.cases(draft.demands.length)}
        </Heading>
        <span className="secondary">{t.live}</span>
      </div>
      {draft.demands.length === 0 && <p className="subtle">{t.none}</p>}
      <div className="live-cases" aria-busy={busy}>
        {draft.demands.map((demand, index) => (
          <LiveCase
            key={`${demand.register} ${demand.right}`}
            index={index}
            demand={demand}
            preview={matching(preview, demand)}
            register={registerOf(demand.register)}
            title={titleOf(demand)}
            problems={problems}
            onChange={(changed) => edit(index, changed)}
          />
        ))}
      </div>
      <OtherRules draft={draft} problems={problems} change={change} />
      <Warnings preview={preview} />
    </Pane>
  );
}

/** A preview that is on its way still shows the cases before; each is found by what it is about. */
function matching(preview: RequestPreview | null, demand: DemandDraft) {
  return preview?.cases.find((each) => each.register === demand.register && each.right === demand.right) ?? null;
}

function Warnings({ preview }: { preview: RequestPreview | null }) {
  const t = useTexts().intake;
  if (!preview || preview.warnings.length === 0) return null;
  return (
    <Alert data-color="warning">
      <Heading level={2} data-size="2xs">
        {t.warnings}
      </Heading>
      <ul>
        {preview.warnings.map((warning) => (
          <li key={warning.code + warning.message}>{warning.message}</li>
        ))}
      </ul>
    </Alert>
  );
}
