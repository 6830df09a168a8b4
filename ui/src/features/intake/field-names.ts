import type { FieldProblem } from '../../backend/types';
import type { Texts } from '../../texts/texts';

/** The fields of the form in the order they stand, each with the words of its label. */
function fieldNames({ intake: { source: t, files }, people }: Texts): [string, string][] {
  const { acting: { dialog }, otherParent } = people;
  return [
    ['channel', t.channel],
    ['received_on', t.received],
    ['person.name', t.name],
    ['person.identity_number', t.identityNumber],
    ['person.address.country', t.country],
    ['person.address', t.address],
    ['person.email', t.email],
    ['person.protection', t.protection],
    ['identity.method', t.identityMethod],
    ['identity.on', t.identityOn],
    ['identity', t.identity],
    ['person.born_on', t.bornOn],
    ['representative.kind', t.representative.kind],
    ['representative.name', t.representative.name],
    ['representative.address', t.representative.address],
    ['representative.evidence', t.representative.evidence],
    ['representative.registers', dialog.registers],
    ['representative.rights', dialog.rights],
    ['representative.valid_to', dialog.validTo],
    ['representative.seen_by', dialog.seenBy],
    ['representative.seen_on', dialog.seenOn],
    ['other_parent.name', otherParent.name],
    ['other_parent.address', otherParent.address],
    ['other_parent.evidence', otherParent.evidence],
    ['other_parent', otherParent.title],
    ['their_reference', t.theirReference],
    ['archive_number', t.archiveNumber],
    ['text', t.text],
    ['attachments', t.attachments],
    ['files', files.title],
  ];
}

/** The problems for the summary: in the order of the form, each begun with the name of its field. */
export function named(t: Texts, problems: readonly FieldProblem[], titles: readonly string[]): FieldProblem[] {
  const names = fieldNames(t);
  const placeOf = (path: string) => names.findIndex(([start]) => path.startsWith(start));
  const nameOf = (path: string): string | null => {
    const demand = /^demands\[(\d+)\]/.exec(path);
    const file = /^files\[(\d+)\]/.exec(path);
    if (file) return t.intake.files.name(Number(file[1]) + 1);
    return (demand ? titles[Number(demand[1])] : names[placeOf(path)]?.[1]) ?? null;
  };
  const order = (path: string) => (placeOf(path) < 0 ? names.length : placeOf(path));
  return [...problems]
    .sort((one, other) => order(one.path) - order(other.path))
    .map((each) => {
      const name = nameOf(each.path);
      return name ? { ...each, message: `${name}: ${each.message}` } : each;
    });
}
