import { Heading } from '@digdir/designsystemet-react';
import type { RegisterShow } from '../../backend/catalogue-types';
import { useTexts } from '../../texts/texts';
import { Statements } from './sourced';

/** What the register's own access report leaves out, and how a person gets it all the same. */
export function ReportTab({ show }: { show: RegisterShow }) {
  const t = useTexts().registers.report;
  return (
    <div className="register-sections">
      <p>{t.intro}</p>
      <section>
        <Heading level={3} data-size="2xs">
          {t.leftOut}
        </Heading>
        <Statements statements={show.left_out} />
      </section>
      <section>
        <Heading level={3} data-size="2xs">
          {t.remedy}
        </Heading>
        {show.left_out_remedy.length === 0 && <p>{t.noRemedy}</p>}
        <Statements statements={show.left_out_remedy} />
      </section>
    </div>
  );
}
