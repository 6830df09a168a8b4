import { Button, Tag } from '@digdir/designsystemet-react';
import { ChevronDownIcon, ChevronUpIcon } from '@navikt/aksel-icons';
import type { CaseShow } from '../../backend/types';
import { shortDate } from '../../dates/format';
import { PageTitle } from '../../frame/page-title';
import { TrackTag } from '../../marks/track-tag';
import { useTexts, type Texts } from '../../texts/texts';

interface Props {
  show: CaseShow;
  order: readonly string[];
  /** The list goes on after the order that is known. */
  more: boolean;
  back: string;
  onOpen: (number: string) => void;
  onStep: (by: number) => void;
  onBack: () => void;
  actions: React.ReactNode;
}

/** Three lines: where I am, what it is, what one is asked on the telephone. */
export function CaseHead({ show, order, more, back, onOpen, onStep, onBack, actions }: Props) {
  const texts = useTexts();
  const t = texts.case;
  const at = order.indexOf(show.case);
  const isThere = (step: number) => order[at + step] !== undefined || (step > 0 && more);
  return (
    <header className="case-head">
      <div className="case-path">
        <nav aria-label={t.path}>
          <button type="button" className="link-button" onClick={onBack}>
            {back}
          </button>
          <span> / {t.request(show.request, show.siblings.length || 1)}</span>
          {show.siblings.filter((each) => each !== show.case).map((each) => (
            <button key={each} type="button" className="link-button sibling" onClick={() => onOpen(each)}>
              {each}
            </button>
          ))}
        </nav>
        {at >= 0 && (
          <div className="case-neighbours">
            <span className="secondary">{t.place(at + 1, order.length, more)}</span>
            {([-1, 1] as const).map((step) => {
              const Icon = step < 0 ? ChevronUpIcon : ChevronDownIcon;
              return (
                <Button
                  key={step}
                  variant="tertiary"
                  icon
                  className="small-button"
                  aria-label={step < 0 ? t.previous : t.next}
                  aria-disabled={!isThere(step)}
                  onClick={() => onStep(step)}
                >
                  <Icon aria-hidden />
                </Button>
              );
            })}
          </div>
        )}
      </div>
      <div className="case-title-line">
        <div className="case-title">
          <PageTitle>{show.title}</PageTitle>
          <TrackTag track={show.track} mode={show.mode} />
          <Tag variant="outline">{show.status_label}</Tag>
        </div>
        {actions}
      </div>
      <ul className="case-facts">
        <li className="case-number figures">{show.case}</li>
        <li>{personWords(t, show)}</li>
        <li>{identityWords(texts, show)}</li>
        {show.representative && (
          <li>
            {show.representative.kind_label}: {show.representative.name}
          </li>
        )}
        <li>{t.received(show.channel_label, shortDate(show.received_on))}</li>
        <li>{t.answerIn(texts.codes.language[show.language].toLowerCase())}</li>
        <li>{show.assignee ?? t.unassigned}</li>
      </ul>
    </header>
  );
}

/** Whether it is known who the person is, how and since when; one asks it on the telephone. */
function identityWords(texts: Texts, show: CaseShow): string {
  const { status, method, on } = show.identity;
  const head = texts.people.identity.head(texts.codes.identityStatus[status]);
  const how = [on && shortDate(on), method && texts.codes.identityMethod[method].toLowerCase()].filter(Boolean);
  return how.length === 0 ? head : `${head} (${how.join(', ')})`;
}

function personWords(t: ReturnType<typeof useTexts>['case'], show: CaseShow): string {
  const name = show.person.name ?? show.person.initials ?? t.unknownPerson;
  const year = show.person.born_on ? Number(show.person.born_on.slice(0, 4)) : show.person.birth_year;
  return year ? t.born(name, year) : name;
}
