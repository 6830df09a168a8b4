import { Heading } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import type { BodyInForce, Contact, RegisterShow } from '../../backend/catalogue-types';
import { useTexts } from '../../texts/texts';
import { controllerWords } from './key-facts';
import { SourceLine, Statements } from './sourced';

/** Who is what for the register, since when, and how they are reached. */
export function ResponsibleTab({ show }: { show: RegisterShow }) {
  const texts = useTexts().registers;
  const t = texts.responsible;
  return (
    <div className="register-sections">
      <Part title={texts.controller}>
        <ul className="statements">
          {show.controllers.map((each, index) => (
            <li key={index} data-in-force={each.in_force}>
              {controllerWords(texts, each)} <SourceLine source={each.source} days={each} />
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t.answeredBy}>
        <Bodies bodies={show.answered_by} />
      </Part>
      <Part title={t.profile}>
        {show.office_answers.length === 0 && <p>{t.never}</p>}
        <Bodies bodies={show.office_answers} />
      </Part>
      {show.channel && (
        <Part title={t.channel}>
          <p>
            {show.channel.text} <SourceLine source={show.channel.source} />
          </p>
        </Part>
      )}
      <Part title={t.administrator}>
        {show.administrators.length === 0 && <p className="subtle">{t.notSaid}</p>}
        <Statements statements={show.administrators} />
      </Part>
      <Part title={t.processors}>
        {show.processors.length === 0 && <p className="subtle">{t.notSaid}</p>}
        <Statements statements={show.processors} />
      </Part>
      {show.role_labels.length > 0 && (
        <Part title={t.roles}>
          <p>{show.role_labels.join(' · ')}</p>
        </Part>
      )}
      <Part title={t.contacts}>
        <ul className="contacts">
          {show.contacts.map((each) => (
            <ContactOf key={each.id} contact={each} />
          ))}
        </ul>
      </Part>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <Heading level={3} data-size="2xs">
        {title}
      </Heading>
      {children}
    </section>
  );
}

function Bodies({ bodies }: { bodies: readonly BodyInForce[] }) {
  return (
    <ul className="statements">
      {bodies.map((each, index) => (
        <li key={index} data-in-force={each.in_force}>
          {each.name} <SourceLine source={each.source} days={each} />
        </li>
      ))}
    </ul>
  );
}

function ContactOf({ contact }: { contact: Contact }) {
  const t = useTexts().registers.responsible;
  const number = contact.organisation_number && `${t.organisationNumber} ${contact.organisation_number}`;
  const ways = [contact.address.join(', '), contact.telephone, contact.email, contact.web, number].filter(Boolean);
  return (
    <li>
      <strong>{contact.name}</strong>
      {ways.map((way) => (
        <span key={way}>{way}</span>
      ))}
      {ways.length > 0 ? <SourceLine source={contact.source} /> : <span className="subtle">{t.noContact}</span>}
    </li>
  );
}
