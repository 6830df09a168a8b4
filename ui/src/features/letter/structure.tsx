import { CheckmarkIcon, XMarkOctagonFillIcon } from '@navikt/aksel-icons';
import type { LetterSection } from '../../backend/letter-types';
import type { Language } from '../../backend/types';
import { TextField } from '../../form/text-field';
import { useTexts } from '../../texts/texts';
import { SectionText } from './section-text';

interface Props {
  sections: readonly LetterSection[];
  language: Language;
  typed: Record<string, string>;
  /** Whether it is only read: what was filled in then stands in the text alone. */
  reading: boolean;
  onType: (field: string, value: string) => void;
}

/** The letter's parts in their order. Fixed texts can be read but not changed. */
export function Structure({ sections, language, typed, reading, onType }: Props) {
  return (
    <ol className="structure">
      {sections.map((section, index) => (
        <SectionPart
          key={section.id}
          number={index + 1}
          section={section}
          language={language}
          typed={typed}
          reading={reading}
          onType={onType}
        />
      ))}
    </ol>
  );
}

interface PartProps extends Omit<Props, 'sections'> {
  number: number;
  section: LetterSection;
}

function SectionPart({ number, section, language, typed, reading, onType }: PartProps) {
  const t = useTexts().letter;
  const missing = section.fields.some((field) => field.missing && !typed[field.id]?.trim());
  return (
    <li>
      <details open={section.fields.length > 0} data-section={section.id}>
        <summary>
          <span className="structure-number" aria-hidden="true">
            {number}
          </span>
          <span className="structure-label">{section.label}</span>
          {missing ? (
            <span className="structure-missing">
              <XMarkOctagonFillIcon aria-hidden /> {t.missing}
            </span>
          ) : section.fields.length === 0 ? (
            <span className="secondary">{t.fixed}</span>
          ) : (
            <CheckmarkIcon className="tick" title={t.ok} />
          )}
        </summary>
        <div className="structure-body">
          {(reading ? [] : section.fields).map((field) => {
            const value = typed[field.id] ?? field.value;
            return (
              <TextField
                key={field.id}
                path={`fields.${field.id}`}
                label={field.label}
                {...(field.required ? {} : { hint: t.optional })}
                value={value}
                {...(field.multiline ? { rows: 4 } : {})}
                lang={language}
                required={field.required}
                problem={field.missing && value.trim() === '' ? `${field.label} ${t.required}.` : null}
                onChange={(text) => onType(field.id, text)}
              />
            );
          })}
          {section.text && <SectionText text={section.text} language={language} />}
        </div>
      </details>
    </li>
  );
}
