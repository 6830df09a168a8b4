import { storeUnlock } from '../backend/commands';
import { toFailure } from '../backend/failure';
import type { Language, SessionState } from '../backend/types';
import { fieldId } from '../form/field-id';
import { shortcutOf, shownKeys } from '../frame/shortcuts';
import { chooseLanguage } from '../frame/preferences';
import { languageNames, textsOf } from '../texts/languages';
import { shownLanguage } from '../texts/shown-language';
import { element } from './element';

type Opened = (session: SessionState) => void;

let shown: HTMLElement | null = null;
let onOpened: Opened | null = null;
/** Unlocked before anybody was there to hear of it. */
let opened: SessionState | null = null;

/**
 * The screen that asks for the passphrase. It is made of plain elements, since
 * it stands before the rest of the page is read: whoever starts the program can
 * type at once.
 */
export function showLockScreen(session: SessionState, lockedByIdle = false) {
  if (shown) return;
  shown = draw(session, lockedByIdle);
  document.getElementById('lock')?.replaceChildren(shown);
  focusPassphrase();
}

/** Tells when the store is unlocked; at once if it is already. The answer takes the screen away. */
export function whenUnlocked(tell: Opened): () => void {
  onOpened = tell;
  if (opened) deliver(opened);
  return () => {
    onOpened = null;
    shown?.remove();
    shown = null;
  };
}

function deliver(session: SessionState) {
  opened = onOpened ? null : session;
  onOpened?.(session);
}

const focusPassphrase = () => document.getElementById(fieldId('passphrase'))?.focus();

function draw(session: SessionState, lockedByIdle: boolean): HTMLElement {
  const { unlock: t, frame } = textsOf(shownLanguage());
  const users = session.users.map((name) => element('option', { value: name }, name));
  const user = element('select', { className: 'ds-input', id: fieldId('user') }, ...users);
  user.value = session.user?.name ?? session.users[0] ?? '';

  const passphrase = element('input', {
    className: 'ds-input',
    id: fieldId('passphrase'),
    type: 'password',
    autocomplete: 'current-password',
    spellcheck: false,
  });
  const problem = element('p', { className: 'ds-validation-message', id: 'passphrase-problem', hidden: true });
  problem.dataset.field = 'validation';
  const tell = (message: string | null) => {
    problem.textContent = message;
    problem.hidden = message === null;
    if (message === null) {
      passphrase.removeAttribute('aria-invalid');
      passphrase.removeAttribute('aria-describedby');
    } else {
      passphrase.setAttribute('aria-invalid', 'true');
      passphrase.setAttribute('aria-describedby', problem.id);
      passphrase.focus();
    }
  };
  passphrase.addEventListener('input', () => tell(null));

  const reveal = element('button', { className: 'ds-button', type: 'button' }, t.show);
  reveal.dataset.variant = 'secondary';
  const revealed = (on: boolean) => {
    passphrase.type = on ? 'text' : 'password';
    reveal.textContent = on ? t.hide : t.show;
    reveal.setAttribute('aria-pressed', String(on));
    reveal.setAttribute('aria-label', on ? t.hideLong : t.showLong);
  };
  revealed(false);
  reveal.addEventListener('click', () => revealed(passphrase.type === 'password'));

  const keys = element('span', { className: 'keys' }, ...shownKeys(shortcutOf('open')).map((key) => element('kbd', {}, key)));
  keys.ariaHidden = 'true';
  const words = element('span', {}, t.open);
  const submit = element('button', { className: 'ds-button', type: 'submit' }, words, keys);
  submit.dataset.color = 'accent';

  let pending = false;
  const waiting = (on: boolean) => {
    pending = on;
    for (const button of languages.children) {
      if (on) button.setAttribute('aria-disabled', 'true');
      else button.removeAttribute('aria-disabled');
    }
    words.textContent = on ? t.opening : t.open;
    if (on) submit.setAttribute('aria-busy', 'true');
    else submit.removeAttribute('aria-busy');
  };
  const open = async () => {
    if (pending) return;
    if (passphrase.value === '') return tell(t.missing);
    tell(null);
    waiting(true);
    try {
      const unlocked = await storeUnlock({ store: session.store, user: user.value, passphrase: passphrase.value });
      // Nothing that was typed here outlives the screen.
      passphrase.value = '';
      deliver(unlocked);
    } catch (thrown) {
      waiting(false);
      tell(toFailure(thrown).message);
    }
  };

  const form = element(
    'form',
    { className: 'stack', noValidate: true },
    labelled(t.user, user),
    element('div', { className: 'secret-field' }, labelled(t.passphrase, passphrase, problem), reveal),
    submit,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void open();
  });

  const heading = element('h1', { className: 'ds-heading' }, t.title);
  heading.dataset.size = 'sm';
  const card = element('div', { className: 'unlock' }, heading);
  if (session.organisation) card.append(element('p', { className: 'ds-paragraph subtle' }, session.organisation.name));
  if (session.test) card.append(element('p', { className: 'ds-paragraph test-store' }, frame.testStore));
  if (lockedByIdle) {
    card.append(element('p', { className: 'ds-paragraph', role: 'status' }, t.lockedByIdle));
  }
  const facts = [
    [t.store, session.store],
    [t.network, t.networkNone],
  ].map(([name, value]) => element('div', {}, element('dt', {}, name ?? ''), element('dd', {}, value ?? '')));
  const inLanguage = async (language: Language) => {
    // One thing at a time: a screen that took the place of one that opens the store would not hear how that went, and
    // what is chosen once the store is open would be left to the next who unlocks it.
    if (pending) return;
    pending = true;
    await chooseLanguage(language, true).finally(() => {
      pending = false;
    });
    if (shown !== screen) return;
    shown = draw({ ...session, user: { name: user.value, role: '' } }, lockedByIdle);
    screen.replaceWith(shown);
    document.getElementById(`language-${shownLanguage()}`)?.focus();
  };
  const languages = languageButtons(frame.preferences.language, (language) => void inLanguage(language));
  card.append(form, element('dl', { className: 'facts unlock-facts' }, ...facts), languages);
  const screen = element(
    'main',
    { className: 'outside' },
    card,
    element('p', { className: 'outside-version' }, t.version(session.version)),
  );
  return screen;
}

/** The languages of the page, each in its own words. What is chosen here becomes the choice of whoever unlocks. */
function languageButtons(label: string, choose: (language: Language) => void): HTMLElement {
  const buttons = languageNames.map(([language, name]) => {
    const button = element('button', { className: 'ds-button', type: 'button', id: `language-${language}`, lang: language }, name);
    button.dataset.variant = 'tertiary';
    button.setAttribute('aria-pressed', String(language === shownLanguage()));
    button.addEventListener('click', () => choose(language));
    return button;
  });
  const group = element('div', { className: 'languages', role: 'group', ariaLabel: label }, ...buttons);
  return group;
}

function labelled(words: string, field: HTMLElement, ...after: HTMLElement[]): HTMLElement {
  const label = element('label', { className: 'ds-label', htmlFor: field.id }, words);
  return element('div', { className: 'ds-field' }, label, field, ...after);
}
