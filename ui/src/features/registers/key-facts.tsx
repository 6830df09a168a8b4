import { HourglassIcon } from '@navikt/aksel-icons';
import type { Controller, RegisterShow } from '../../backend/catalogue-types';
import { useTexts, type Texts } from '../../texts/texts';
import { SourceLine } from './sourced';

/** What one is asked on the phone: who is responsible, who answers, and whether it is urgent. */
export function KeyFacts({ show }: { show: RegisterShow }) {
  const t = useTexts().registers;
  const controllers = show.controllers.filter((each) => each.in_force);
  const here = show.office_answers.find((each) => each.in_force);
  const answering = here ?? show.answered_by.find((each) => each.in_force);
  return (
    <dl className="facts register-facts">
      <div>
        <dt>{t.controller}</dt>
        <dd>
          {bySource(controllers).map(([first, ...rest]) => (
            <span key={first.id} className="register-fact">
              {[first, ...rest].map((each) => controllerWords(t, each)).join('; ')}{' '}
              <SourceLine source={first.source} days={first} />
            </span>
          ))}
        </dd>
      </div>
      <div>
        <dt>{t.answers}</dt>
        <dd>
          {here ? t.answersHere(here.name) : answering ? t.answersElsewhere(answering.name) : t.notHere}{' '}
          {answering && <SourceLine source={answering.source} days={answering} />}
        </dd>
      </div>
      {show.short_retention && (
        <div>
          <dt>{t.shortRetention}</dt>
          <dd className="register-urgent">
            <HourglassIcon aria-hidden />
            <span>
              <strong>{show.short_retention.text}</strong> {t.secure} <SourceLine source={show.short_retention.source} />
            </span>
          </dd>
        </div>
      )}
    </dl>
  );
}

/** Those that one source names for the same days stand together. */
function bySource(controllers: readonly Controller[]): [Controller, ...Controller[]][] {
  const groups: [Controller, ...Controller[]][] = [];
  for (const each of controllers) {
    const same = groups.find(
      ([first]) => first.source === each.source && first.valid_from === each.valid_from && first.valid_to === each.valid_to,
    );
    if (same) same.push(each);
    else groups.push([each]);
  }
  return groups;
}

/** «Statens helsetilsyn, felles ansvar: helsepersonell» */
export function controllerWords(t: Texts['registers'], controller: Controller): string {
  const name = [controller.name, controller.joint && t.joint].filter(Boolean).join(', ');
  return controller.when ? `${name}: ${controller.when.charAt(0).toLowerCase()}${controller.when.slice(1)}` : name;
}
