import { Heading } from '@digdir/designsystemet-react';
import type { PreviewedCase, Register } from '../../backend/types';
import { longDate } from '../../dates/format';
import { ChoiceField } from '../../form/choice-field';
import { DateField } from '../../form/date-field';
import { TextField } from '../../form/text-field';
import { Derivation } from '../../marks/derivation';
import { SourcedReasons } from '../../marks/sourced-reasons';
import { TrackTag } from '../../marks/track-tag';
import { useLanguage, useTexts } from '../../texts/texts';
import type { DemandDraft } from './draft';
import type { ShownProblems } from './problems';

interface Props {
  index: number;
  demand: DemandDraft;
  preview: PreviewedCase | null;
  register: Register | undefined;
  title: string;
  problems: ShownProblems;
  onChange: (changed: Partial<DemandDraft>) => void;
}

/** One case that the request becomes, with the facts its route needs asked inside it. */
export function LiveCase({ index, demand, preview, register, title, problems, onChange }: Props) {
  const texts = useTexts();
  const t = texts.intake.becomes;
  const route = preview?.route ?? null;
  const facts = (register?.facts ?? []).filter(
    (each) => each.required_for.includes(demand.right) || each.kind === 'choice',
  );
  const base = `demands[${index}]`;
  const problem = problems.at(base) ?? problems.at(`${base}.register`) ?? problems.at(`${base}.right`);
  return (
    <article className="live-case" id={`felt-demands-${index}`} tabIndex={-1} aria-labelledby={`live-${index}`}>
      <header>
        <Heading id={`live-${index}`} level={3} data-size="2xs">
          {index + 1} {preview?.title ?? title}
        </Heading>
        {route && <TrackTag track={route.track} />}
      </header>
      {facts.map((fact) => {
        const field = {
          path: `${base}.facts.${fact.key}`,
          label: fact.label,
          value: demand.facts[fact.key] ?? '',
          problem: problems.at(`${base}.facts.${fact.key}`),
          onChange: (value: string) => onChange({ facts: { ...demand.facts, [fact.key]: value } }),
        };
        return fact.kind === 'date' ? (
          <DateField key={fact.key} {...field} />
        ) : (
          <ChoiceField
            key={fact.key}
            {...field}
            empty={emptyWords(texts.intake.source.choose, t.assumed, fact)}
            choices={fact.values}
          />
        );
      })}
      {problem && <p className="live-problem">{problem}</p>}
      <dl className="facts">
        {route && (
          <div>
            <dt>{t.handledBy}</dt>
            <dd>{route.handled_by.name}</dd>
          </div>
        )}
        <div>
          <dt>{t.due}</dt>
          <dd>
            <LiveDate preview={preview} />
          </dd>
        </div>
        {route && route.reasons.length > 0 && (
          <div>
            <dt>{t.why}</dt>
            <dd>
              <SourcedReasons reasons={route.reasons} />
            </dd>
          </div>
        )}
      </dl>
      {preview?.deadline && <Derivation deadline={preview.deadline} />}
      <TextField
        path={`${base}.grounds`}
        label={t.grounds}
        hint={t.groundsHint}
        value={demand.grounds}
        rows={2}
        problem={problems.at(`${base}.grounds`)}
        onChange={(grounds) => onChange({ grounds })}
      />
    </article>
  );
}

function emptyWords(choose: string, assumed: string, fact: Register['facts'][number]): string {
  const usual = fact.values.find((each) => each.value === fact.default);
  return usual ? `${usual.label} (${assumed})` : choose;
}

function LiveDate({ preview }: { preview: PreviewedCase | null }) {
  const t = useTexts().intake.becomes;
  const language = useLanguage();
  const due = preview?.deadline?.due_on;
  if (!due) return <>{t.unknownDue}</>;
  if (preview?.route?.track === 'forward')
    return (
      <>
        {t.forwardDue[preview.route.mode ?? 'oversendes']} {longDate(due, language)}.
      </>
    );
  return <strong>{longDate(due, language)}</strong>;
}
