import { Heading } from '@digdir/designsystemet-react';
import type { Language } from '../../backend/types';
import { useTexts } from '../../texts/texts';

/** What goes with the letter, as it is listed at its end. Files are added on the case. */
export function Enclosures({ titles, language }: { titles: readonly string[]; language: Language }) {
  const t = useTexts().letter;
  if (titles.length === 0) return null;
  return (
    <section className="stack">
      <Heading level={2} data-size="2xs">
        {t.attachments}
      </Heading>
      <ul className="letter-attachments" lang={language}>
        {titles.map((title) => (
          <li key={title}>{title}</li>
        ))}
      </ul>
      <p className="secondary">{t.attachmentsFrom}</p>
    </section>
  );
}
