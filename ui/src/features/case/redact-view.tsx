import { Button, Heading } from '@digdir/designsystemet-react';
import { useRef, useState } from 'react';
import { caseRedact, caseRedactCheck, caseRedactPreview } from '../../backend/commands';
import type { CaseFile, PageWord, RedactionBox } from '../../backend/file-types';
import { useFileBytes, useFileWords, useRedactionGrounds } from '../../backend/queries';
import { useAction } from '../../backend/use-action';
import type { CasePartProps } from '../../cases/use-case-work';
import { ChoiceField } from '../../form/choice-field';
import { TextField } from '../../form/text-field';
import { unlessChanged } from '../../form/unless-changed';
import { useAnnounce } from '../../frame/announcer';
import { FailureAlert } from '../../frame/failure-alert';
import { useStillHere } from '../../frame/still-here';
import { usePdf } from '../../pdf/pdf-document';
import { PdfView } from '../../pdf/pdf-view';
import { useTexts } from '../../texts/texts';
import { around, covers } from './redact-boxes';
import { RedactPage } from './redact-page';
import { RedactWords } from './redact-words';

interface Copy {
  /** The boxes that it was made of. */
  of: readonly RedactionBox[];
  bytes: ArrayBuffer;
  left: { word: string; pages: number[] }[];
}

interface Props extends CasePartProps {
  file: CaseFile;
  onClose: () => void;
}

/** Makes a redacted copy of a PDF: what to cover and why, how the copy looks, and keeping it. */
export function RedactView({ file, show, work, onClose }: Props) {
  const t = useTexts().files.redact;
  const announce = useAnnounce();
  const stillHere = useStillHere();
  const words = useFileWords(show.case, file.number);
  const pdf = usePdf(useFileBytes(show.case, file.number).data);
  const grounds = useRedactionGrounds().data ?? [];
  const [chosen, setGround] = useState('popplyl-16-1-d');
  const [boxes, setBoxes] = useState<RedactionBox[]>([]);
  const [number, setNumber] = useState(1);
  const [sought, setSought] = useState('');
  const [title, setTitle] = useState('');
  const [made, setCopy] = useState<Copy | null>(null);
  // Boxes that were changed while it was made are not in it: it is shown only if it is what would be saved.
  const copy = made?.of === boxes ? made : null;
  const latest = useRef(boxes);
  latest.current = boxes;
  const check = useAction(caseRedactCheck);
  const preview = useAction(caseRedactPreview);
  const pages = words.data?.pages ?? [];
  const page = pages[number - 1];
  const base = { case: show.case, file: file.number, words: [] };
  const choices = grounds.map((each) => ({
    value: each.id,
    label: `${each.citation}: ${each.what}${each.doubtful ? ` (${t.doubtful})` : ''}`,
  }));
  const doubted = grounds.find((each) => each.id === chosen)?.doubtful ?? false;

  const change = (index: number, box: RedactionBox | null) =>
    setBoxes((before) => before.flatMap((each, place) => (place === index ? (box ? [box] : []) : [each])));
  const toggle = (word: PageWord) =>
    setBoxes((before) => {
      const others = before.filter((box) => box.page !== number || !covers(box, word));
      return others.length < before.length ? others : [...before, around(word, number, chosen)];
    });
  const search = async () => {
    if (check.pending || sought.trim() === '') return;
    const found = await check.run({ ...base, boxes: [], words: [{ find: sought.trim(), ground: chosen }] });
    if (!found) return;
    setBoxes((before) => [...before, ...found.boxes]);
    announce(t.found(found.boxes.length));
    setSought(unlessChanged(sought, ''));
  };
  const look = async () => {
    if (check.pending || preview.pending) return;
    const found = await check.run({ ...base, boxes });
    const bytes = found && (await preview.run({ ...base, boxes }));
    if (found && bytes) setCopy({ of: boxes, bytes, left: found.left });
  };
  const save = async () => {
    const named = title.trim() === '' ? null : title.trim();
    if (!(await work.act((version) => caseRedact({ ...base, ...version, boxes, title: named }), t.saved))) return;
    // Boxes that were drawn meanwhile are not in the copy, and stay.
    if (stillHere() && latest.current === boxes) onClose();
  };
  const buttons = (
    <div className="buttons">
      <Button variant="secondary" aria-busy={check.pending || preview.pending} onClick={() => (copy ? setCopy(null) : void look())}>
        {copy ? t.edit : t.preview}
      </Button>
      <Button data-color="accent" aria-busy={work.pending} aria-disabled={boxes.length === 0} onClick={() => boxes.length > 0 && void save()}>
        {t.save}
      </Button>
      <Button variant="tertiary" onClick={onClose}>
        {t.back}
      </Button>
    </div>
  );
  return (
    <section className="stack">
      <Heading level={2} data-size="xs">
        {t.title(file.title ?? '')}
      </Heading>
      <p className="secondary">{t.explain}</p>
      <FailureAlert failure={words.failure ?? check.failure ?? preview.failure ?? work.failure} />
      {words.loading && <p className="subtle">{t.loading}</p>}
      {preview.pending && <p role="status">{t.making}</p>}
      {copy && (
        <>
          {copy.left.length > 0 && (
            <div role="status">
              <Heading level={3} data-size="2xs">
                {t.left}
              </Heading>
              <ul>
                {copy.left.map((each) => (
                  <li key={each.word}>{t.leftWord(each.word, each.pages.join(', '))}</li>
                ))}
              </ul>
            </div>
          )}
          <TextField path="redact.title" label={t.name} hint={t.nameHint} value={title} onChange={setTitle} />
          {buttons}
          <PdfView
            bytes={copy.bytes}
            busy={false}
            failure={null}
            words={{ title: t.copy, failed: t.copyFailed, page: t.copyPage }}
          />
        </>
      )}
      {!copy && page && (
        <>
          <ChoiceField path="redact.ground" label={t.ground} {...(doubted && { hint: t.doubt })} value={chosen} choices={choices} onChange={setGround} />
          <form
            className="redact-search"
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              void search();
            }}
          >
            <TextField path="redact.search" label={t.search} hint={t.searchHint} value={sought} onChange={setSought} />
            <Button type="submit" variant="secondary">
              {t.searchDo}
            </Button>
          </form>
          <div className="buttons redact-turn">
            <Button variant="secondary" className="small-action" aria-disabled={number <= 1} onClick={() => setNumber(Math.max(number - 1, 1))}>
              {t.previous}
            </Button>
            <span className="figures" aria-live="polite">
              {t.page(number, pages.length)}
            </span>
            <Button
              variant="secondary"
              className="small-action"
              aria-disabled={number >= pages.length}
              onClick={() => setNumber(Math.min(number + 1, pages.length))}
            >
              {t.next}
            </Button>
            <Button
              variant="secondary"
              className="small-action"
              onClick={() => setBoxes((before) => [...before, { page: number, left: 36, top: 36, width: 120, height: 16, ground: chosen }])}
            >
              {t.newBox}
            </Button>
            <Button
              variant="secondary"
              className="small-action"
              onClick={() =>
                setBoxes((before) => [...before, { page: number, left: 0, top: 0, width: page.width, height: page.height, ground: chosen }])
              }
            >
              {t.wholePage}
            </Button>
          </div>
          <div className="redact-work">
            <div className="stack">
              <RedactWords key={number} page={page} number={number} boxes={boxes} onToggle={toggle} />
              <Heading level={3} data-size="2xs">
                {t.boxes}
              </Heading>
              {boxes.length === 0 && <p className="subtle">{t.none}</p>}
              <ol className="redact-list">
                {boxes.map((box, index) => (
                  <li key={index}>
                    <ChoiceField
                      path={`redact.boxes.${index}`}
                      label={`${t.box(index + 1, box.page)}. ${t.groundOf}`}
                      value={box.ground}
                      choices={choices}
                      onChange={(ground) => change(index, { ...box, ground })}
                    />
                    <Button
                      variant="secondary"
                      className="small-action"
                      aria-label={t.removeOne(t.box(index + 1, box.page))}
                      onClick={() => change(index, null)}
                    >
                      {t.remove}
                    </Button>
                  </li>
                ))}
              </ol>
            </div>
            <RedactPage
              document={pdf.document}
              page={page}
              number={number}
              of={pages.length}
              boxes={boxes}
              ground={chosen}
              onAdd={(box) => setBoxes((before) => [...before, box])}
              onChange={change}
            />
          </div>
          {buttons}
        </>
      )}
    </section>
  );
}
