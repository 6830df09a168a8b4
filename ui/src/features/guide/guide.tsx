import { Heading } from '@digdir/designsystemet-react';
import { useEffect, useState } from 'react';
import { TextField } from '../../form/text-field';
import { focusField } from '../../form/field-id';
import { useDraft } from '../../frame/drafts';
import { PageTitle } from '../../frame/page-title';
import { Pane } from '../../frame/pane';
import { useShortcuts } from '../../frame/shortcut-provider';
import { useTexts } from '../../texts/texts';
import { matching, type ChapterId } from './chapters';
import { pictures } from './pictures';
import './guide.css';

/** The user's guide: chapters by task at the left, and the chosen one with a picture of the window. */
export function Guide({ onBack }: { onBack: () => void }) {
  const t = useTexts().guide;
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useDraft<ChapterId>('chapter of the guide', 'register');
  const found = matching(t, typed);
  const id = found.includes(chosen) ? chosen : found[0];
  useShortcuts({ search: () => focusField('guide.search'), back: onBack });
  return (
    <div className="guide">
      <header className="page-head guide-head">
        <PageTitle>{t.title}</PageTitle>
        <p className="subtle">{t.intro}</p>
      </header>
      <Pane label={t.chapters} className="guide-chapters">
        <TextField path="guide.search" label={t.search} value={typed} onChange={setTyped} />
        <p className="subtle" role="status">
          {found.length === 0 ? t.nothing(typed.trim()) : typed.trim() ? t.found(found.length) : ''}
        </p>
        <ul>
          {found.map((each) => (
            <li key={each}>
              <button
                type="button"
                className="guide-choice"
                aria-current={each === id ? 'page' : undefined}
                onClick={() => setChosen(each)}
              >
                {t.text[each].title}
              </button>
            </li>
          ))}
        </ul>
      </Pane>
      {id && <Chapter key={id} id={id} />}
    </div>
  );
}

function Chapter({ id }: { id: ChapterId }) {
  const t = useTexts().guide;
  const { title, intro, steps, tips, picture } = t.text[id];
  // A chapter is of use before its picture is taken.
  const file = pictures[id];
  useEffect(() => document.querySelector('.guide-chapter')?.scrollTo(0, 0), [id]);
  return (
    <Pane label={title} className="guide-chapter" stop>
      <Heading level={2} data-size="xs">
        {title}
      </Heading>
      <p>{intro}</p>
      <ol>
        {steps.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ol>
      {tips.map((each) => (
        <p key={each} className="guide-tip">
          {each}
        </p>
      ))}
      {file && <img src={file} alt={picture} width={1280} height={800} />}
    </Pane>
  );
}
