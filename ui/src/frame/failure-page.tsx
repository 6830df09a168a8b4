import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useRef } from 'react';
import type { Failure } from '../backend/failure';
import { moment } from '../dates/format';
import { useLanguage, useTexts } from '../texts/texts';
import { useAnnounce } from './announcer';
import { copyText } from './copy-text';
import { PageTitle } from './page-title';

/** What happened, what still works, what to do; then the facts that an administrator needs. */
export function FailurePage({ failure, onRetry }: { failure: Failure; onRetry?: () => void }) {
  const t = useTexts().frame;
  const language = useLanguage();
  const announce = useAnnounce();
  const seen = useRef(new Date().toISOString());
  const facts: [string, string][] = [
    [t.failure.code, failure.code],
    [t.failure.when, moment(seen.current, language)],
    ...(failure.rule ? [[t.failure.rule, failure.rule] as [string, string]] : []),
    ...(failure.source ? [[t.source, failure.source] as [string, string]] : []),
  ];
  const copy = async () => {
    const lines = [...facts.map(([name, value]) => `${name}: ${value}`), failure.message];
    announce((await copyText(lines.join('\n'))) ? t.copied : t.copyFailed);
  };
  return (
    <div className="failure-page">
      <PageTitle>{t.failure.title}</PageTitle>
      <Alert data-color="danger">
        <Heading level={2} data-size="2xs">
          {failure.message}
        </Heading>
        <Paragraph>{t.failure.stillWorks}</Paragraph>
      </Alert>
      <Heading level={2} data-size="2xs">
        {t.failure.doThis}
      </Heading>
      <ol>
        <li>{t.failure.steps.retry}</li>
        <li>{t.failure.steps.report}</li>
        <li>{t.failure.steps.clock}</li>
      </ol>
      <dl className="facts failure-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className="buttons">
        {onRetry && (
          <Button data-color="accent" onClick={onRetry}>
            {t.retry}
          </Button>
        )}
        <Button variant="secondary" onClick={copy}>
          {t.failure.copy}
        </Button>
      </div>
    </div>
  );
}
