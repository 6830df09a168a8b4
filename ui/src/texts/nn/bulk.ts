import type { Texts } from '../languages';

const cases = (count: number) => (count === 1 ? '1 sak' : `${count} saker`);

export const bulk: Texts['bulk'] = {
  assign: {
    title: 'Fordel saker',
    ready: (count) => `${cases(count)} kan fordelast.`,
    stopped: (count) => `${cases(count)} blir ikkje fordelte:`,
    submit: (count) => `Fordel ${cases(count)}`,
    done: (count) => (count === 1 ? '1 sak er fordelt.' : `${count} saker er fordelte.`),
  },
  suspend: {
    title: 'Set saker på vent',
    ready: (count) => `${cases(count)} kan setjast på vent.`,
    stopped: (count) => `${cases(count)} kan ikkje setjast på vent:`,
    submit: (count) => `Set ${cases(count)} på vent`,
    done: (count) => `${cases(count)} er sett på vent.`,
  },
  close: {
    title: 'Avslutt saker',
    ready: (count) => `${cases(count)} kan avsluttast.`,
    stopped: (count) => `${cases(count)} kan ikkje avsluttast:`,
    submit: (count) => `Avslutt ${cases(count)}`,
    done: (count) => (count === 1 ? '1 sak er avslutta.' : `${count} saker er avslutta.`),
  },
  intro: 'Kvar sak blir sjekka for seg. Ei sak som ikkje kan endrast, stoppar ikkje dei andre.',
  to: 'Kven skal ha sakene?',
  choose: 'Vel',
  missing: 'Vel kven som skal ha sakene.',
  ground: 'Kva er personen spurd om?',
  on: 'Dato du spurde',
  replyBy: 'Svar innan',
  sentElsewhere: 'Bruk dette når spørsmålet er sendt på annan måte enn med brev herifrå.',
  check: 'Sjå kva som skjer',
  checking: (left) => `Sjekkar sakene. ${cases(left)} står att.`,
  running: (done, of) => `${done} av ${of} er ferdige.`,
  none: 'Ingen av sakene kan endrast slik.',
  stop: 'Stopp',
  left: (count) => `${cases(count)} blei ikkje endra, fordi du stoppa.`,
  notStopped: (count) => `${cases(count)} blei ikkje endra:`,
  undo: 'Angre',
  undone: (count) => `${cases(count)} er førte tilbake. Begge endringane står i loggen til saka.`,
  notUndone: (count) => `${cases(count)} blei ikkje førte tilbake:`,
  cannotUndo:
    'Dette kan ikkje angrast for alle under eitt. Ei avslutta sak blir teken opp igjen ved å opne ho på nytt, og det krev ein grunn i kvar sak.',
  close_dialog: 'Lukk',
};
