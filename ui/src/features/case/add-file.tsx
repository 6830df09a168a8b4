import { Button, Heading } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { caseAttach, caseAttachBytes } from '../../backend/commands';
import type { CaseWork } from '../../cases/use-case-work';
import { ChoiceField, choicesOf } from '../../form/choice-field';
import { endingOf, LARGEST_FILE, size, useDroppedFiles, usePastedFiles } from '../../form/files';
import { TextField } from '../../form/text-field';
import { unlessChanged } from '../../form/unless-changed';
import { FailureAlert } from '../../frame/failure-alert';
import { useTexts } from '../../texts/texts';

interface Given {
  ending: string;
  size: number;
  /** Read from the moment that it is given: where it lay, it may be gone when it is saved. */
  bytes: Promise<ArrayBuffer>;
}

/** Adds a file: picked in the system's own dialog, dropped here, or pasted. */
export function AddFile({ work }: { work: CaseWork }) {
  const t = useTexts().files.list.add;
  const [title, setTitle] = useState('');
  const [from, setFrom] = useState('innhentet');
  const [missing, setMissing] = useState(false);
  const [given, setGiven] = useState<Given | null>(null);
  const [refused, setRefused] = useState<string | null>(null);

  const take = (files: readonly File[]) => {
    const [file] = files;
    if (!file) return;
    setRefused(null);
    if (files.length > 1) return setRefused(t.several);
    if (file.size > LARGEST_FILE) return setRefused(t.tooLarge);
    const taken = { ending: endingOf(file.name), size: file.size, bytes: file.arrayBuffer() };
    setGiven(taken);
    taken.bytes.catch(() => {
      setGiven(unlessChanged<Given | null>(taken, null));
      setRefused(t.unreadable);
    });
  };
  usePastedFiles(take);
  const drop = useDroppedFiles(take);

  const add = async () => {
    const input = { title: title.trim(), from };
    if (input.title === '') return setMissing(true);
    const done = await work.act(
      async (version) =>
        given
          ? caseAttachBytes({ ...version, ...input, ending: given.ending }, new Uint8Array(await given.bytes))
          : caseAttach({ ...version, ...input }),
      t.added,
    );
    if (!done) return;
    setTitle(unlessChanged(title, ''));
    setGiven(unlessChanged(given, null));
  };
  return (
    <form
      className="stack add-measure drop"
      noValidate
      {...drop}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <Heading level={3} data-size="2xs">
        {t.title}
      </Heading>
      <TextField
        path="file.title"
        label={t.name}
        hint={t.nameHint}
        value={title}
        problem={missing ? t.nameMissing : null}
        onChange={(typed) => {
          setTitle(typed);
          setMissing(false);
        }}
      />
      <ChoiceField path="file.from" label={t.from} value={from} choices={choicesOf(t.origins)} onChange={setFrom} />
      <p className="secondary" role="status">
        {given ? t.ready(given.ending.toUpperCase() || '–', size(given.size)) : t.drop}
      </p>
      {refused && <p role="alert">{refused}</p>}
      <FailureAlert failure={work.failure} />
      <div className="buttons">
        <Button type="submit" variant="secondary" aria-busy={work.pending}>
          {given ? t.save : t.pick}
        </Button>
        {given && (
          <Button variant="tertiary" onClick={() => setGiven(null)}>
            {t.discard}
          </Button>
        )}
      </div>
    </form>
  );
}
