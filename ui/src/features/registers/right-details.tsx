import { CircleIcon, ExclamationmarkTriangleFillIcon } from '@navikt/aksel-icons';
import type { FullRoute, RightRoute } from '../../backend/catalogue-types';
import { validDays } from '../../dates/valid-days';
import { SourcedReasons } from '../../marks/sourced-reasons';
import { useTexts } from '../../texts/texts';
import { SourceLine } from './sourced';

/** Everything that a case about the right would be given: reasons, provisions, channel and checks, each with its source. */
export function RightDetails({ of, route }: { of: RightRoute; route: FullRoute }) {
  const texts = useTexts();
  const t = texts.registers.rights;
  return (
    <dl className="right-facts">
      <div>
        <dt>{t.why}</dt>
        <dd>
          {route.hardly && <p>{t.hardlyLong}</p>}
          <SourcedReasons reasons={route.reasons} />
        </dd>
      </div>
      <div>
        <dt>{t.legalBasis}</dt>
        <dd>
          <ul className="reasons">
            {of.legal_basis.map((each) => (
              <li key={each.citation}>
                {each.citation} <span className="source">{validDays(texts.registers.valid, each)}</span>
              </li>
            ))}
          </ul>
        </dd>
      </div>
      {route.channel && (
        <div>
          <dt>{t.channel}</dt>
          <dd>
            {route.channel} {of.channel_source && <SourceLine source={of.channel_source} />}
          </dd>
        </div>
      )}
      <div>
        <dt>{t.checks}</dt>
        <dd>
          {route.checks.length === 0 && t.noChecks}
          <ul className="right-checks">
            {route.checks.map((check) => (
              <li key={check.id}>
                {check.doubtful ? (
                  <ExclamationmarkTriangleFillIcon aria-hidden className="check-doubtful" />
                ) : (
                  <CircleIcon aria-hidden />
                )}
                <span>
                  {check.text}{' '}
                  <span className="source">
                    {[check.required && t.required, check.doubtful && t.doubtful, check.source].filter(Boolean).join(' · ')}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </dd>
      </div>
    </dl>
  );
}
