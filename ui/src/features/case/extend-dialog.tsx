import { Radio, ValidationMessage } from '@digdir/designsystemet-react';
import { caseExtend, type CaseVersion } from '../../backend/commands';
import type { ExtensionReason } from '../../backend/types';
import type { CasePartProps } from '../../cases/use-case-work';
import { longDate } from '../../dates/format';
import { parseDate } from '../../dates/parse';
import { DateField, dateProblem } from '../../form/date-field';
import { TextField } from '../../form/text-field';
import { useWritten } from '../../frame/drafts';
import { useLanguage, useTexts } from '../../texts/texts';
import { CaseForm } from './case-form';

interface Props extends CasePartProps {
  onClose: () => void;
  /** Goes on to the notice, which alone makes the extension take effect. */
  onNotice: () => void;
}

interface Extension {
  reason: ExtensionReason | null;
  text: string;
  expected: string;
}

/** A longer deadline: why, in words that go into the notice, and when the person can expect the answer. */
export function ExtendDialog({ show, work, onClose, onNotice }: Props) {
  const texts = useTexts();
  const language = useLanguage();
  const t = texts.case.actions.extend;
  const first: Extension = { reason: null, text: show.extension?.text ?? '', expected: '' };
  const [given, setGiven, forget] = useWritten<Extension>(`extension ${show.case}`, show.case, first);
  const change = (changed: Partial<Extension>) => setGiven((before) => ({ ...before, ...changed }));
  const text = given.text.trim();
  const dates: [string, string | null][] = [
    [t.noticeBy, show.extension_notice_due_on],
    [t.without, show.due_on ?? show.deadline.open_suspension?.due_if_answered_on ?? null],
    [t.longest, show.extended_due_on],
  ];
  const wanted = () => {
    const expected = parseDate(given.expected);
    if (!given.reason || !text || expected.kind !== 'date') return null;
    const input = { reason: given.reason, text, expected: expected.on };
    return (version: CaseVersion) => caseExtend({ ...version, ...input });
  };
  const done = () => {
    forget();
    onNotice();
  };
  return (
    <CaseForm id="extend" words={t} work={work} change={wanted} onClose={onClose} onDone={done}>
      {({ tried, refused }) => (
        <>
          <dl className="facts dialog-dates">
            {dates.map(([name, on]) => on && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{longDate(on, language)}</dd>
              </div>
            ))}
          </dl>
          <fieldset className="kinds">
            <legend>{t.reason}</legend>
            {(Object.keys(texts.codes.extensionReason) as ExtensionReason[]).map((each) => (
              <Radio
                key={each}
                name="reason"
                value={each}
                label={texts.codes.extensionReason[each]}
                checked={given.reason === each}
                onChange={() => change({ reason: each })}
              />
            ))}
            {tried && !given.reason && <ValidationMessage>{t.reasonMissing}</ValidationMessage>}
          </fieldset>
          <TextField
            path="extend.text"
            label={t.text}
            hint={t.textHint}
            rows={4}
            lang={show.language}
            value={given.text}
            problem={(tried && !text ? t.textMissing : null) ?? refused('text')}
            onChange={(typed) => change({ text: typed })}
          />
          <DateField
            path="extend.expected"
            label={t.expected}
            value={given.expected}
            problem={(tried ? dateProblem(texts, given.expected, true) : null) ?? refused('expected')}
            onChange={(expected) => change({ expected })}
          />
        </>
      )}
    </CaseForm>
  );
}
