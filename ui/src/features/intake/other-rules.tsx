import { Button, Heading } from '@digdir/designsystemet-react';
import { ChoiceField, choicesOf } from '../../form/choice-field';
import { TextField } from '../../form/text-field';
import { useTexts } from '../../texts/texts';
import type { OtherRulesDraft } from './draft';
import type { PartProps } from './source-pane';

/** What in the request is no claim about the person's own data: which rules it follows, and what was done with it. */
export function OtherRules({ draft, problems, change }: PartProps) {
  const texts = useTexts();
  const t = texts.intake.becomes.otherRules;
  const edit = (index: number, changed: Partial<OtherRulesDraft>) =>
    change({ otherRules: draft.otherRules.map((each, at) => (at === index ? { ...each, ...changed } : each)) });
  return (
    <section className="other-rules stack">
      <Heading level={2} data-size="2xs">
        {t.title}
      </Heading>
      {draft.otherRules.length === 0 && <p className="secondary">{t.explain}</p>}
      {draft.otherRules.map((each, index) => (
        <div key={index} className="stack other-rule">
          <ChoiceField
            path={`other_rules[${index}].rules`}
            label={t.rules}
            value={each.rules}
            empty={texts.intake.source.choose}
            choices={choicesOf(texts.codes.otherRules)}
            problem={problems.at(`other_rules[${index}].rules`)}
            onChange={(rules) => edit(index, { rules })}
          />
          <TextField
            path={`other_rules[${index}].text`}
            label={t.text}
            {...(t.whatToDo[each.rules] ? { hint: t.whatToDo[each.rules] } : {})}
            rows={2}
            value={each.text}
            problem={problems.at(`other_rules[${index}].text`)}
            onChange={(text) => edit(index, { text })}
          />
          <div>
            <Button
              variant="tertiary"
              onClick={() => change({ otherRules: draft.otherRules.filter((_, at) => at !== index) })}
            >
              {t.remove}
            </Button>
          </div>
        </div>
      ))}
      <div>
        <Button
          variant="secondary"
          onClick={() => change({ otherRules: [...draft.otherRules, { rules: '', text: '' }] })}
        >
          {t.add}
        </Button>
      </div>
    </section>
  );
}
