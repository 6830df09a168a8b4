import type { CaseRow } from '../../backend/types';
import { DueCell } from '../../cases/due-cell';
import { ConditionMark, EvidenceMark, Nothing } from '../../marks/evidence-mark';
import { useTexts } from '../../texts/texts';

/** What the queue tells of a case, after its number: what is there, what is assessed, what is decided. */
export function Cells({ row }: { row: CaseRow }) {
  const texts = useTexts();
  const t = texts.section25;
  const outcome = row.outcome && (texts.codes.outcome[row.outcome] ?? row.outcome);
  const of = row.section_25;
  return (
    <>
      <td role="cell" data-label={t.columns.register} title={row.register_label}>
        {row.register_label}
      </td>
      <td role="cell" data-label={t.columns.right} title={row.right_label}>
        {row.right_label}
      </td>
      <td role="cell" data-label={t.columns.grounds}>{of && <EvidenceMark evidence={of.grounds} />}</td>
      <td role="cell" data-label={t.columns.documents}>{of && <EvidenceMark evidence={of.documents} />}</td>
      <td role="cell" data-label={t.columns.burdensome}>
        {of && <ConditionMark condition={of.burdensome} refuses="nei" />}
      </td>
      <td role="cell" data-label={t.columns.publicInterest}>
        {of && <ConditionMark condition={of.public_interest} refuses="ja" />}
      </td>
      <td role="cell" data-label={t.columns.outcome} title={outcome ?? undefined}>
        {outcome ?? <Nothing spoken={t.noOutcome} />}
      </td>
      <DueCell row={row} label={t.columns.due} withDate={false} />
    </>
  );
}
