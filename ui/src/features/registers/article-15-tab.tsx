import { Heading } from '@digdir/designsystemet-react';
import type { RegisterShow } from '../../backend/catalogue-types';
import { useTexts } from '../../texts/texts';
import { Statements } from './sourced';

/** What a person who asks for access is told besides the data, point by point (GDPR Art. 15(1) a to h). */
export function Article15Tab({ show }: { show: RegisterShow }) {
  const t = useTexts().registers.article15;
  return (
    <div className="register-sections">
      <section>
        <Heading level={3} data-size="2xs">
          {t.legalBasis}
        </Heading>
        <Statements statements={show.legal_basis} />
      </section>
      {show.article_15.map((point) => (
        <section key={point.point}>
          <Heading level={3} data-size="2xs">
            {t.point(point.point, point.label)}
          </Heading>
          {point.status === 'not-applicable' && <p className="subtle">{t.notApplicable}</p>}
          {point.status === 'missing' && <p className="subtle">{t.missing}</p>}
          <Statements statements={point.statements} />
        </section>
      ))}
    </div>
  );
}
