import type { Texts } from '../languages';

export const unlock: Texts['unlock'] = {
  title: 'Unlock Personvernsak',
  user: 'User',
  passphrase: 'Passphrase',
  show: 'Show',
  hide: 'Hide',
  showLong: 'Show the passphrase',
  hideLong: 'Hide the passphrase',
  open: 'Unlock',
  opening: 'Unlocking …',
  missing: 'Type the passphrase.',
  store: 'Store',
  network: 'Network',
  networkNone: 'None. The program opens no connections.',
  version: (version) => `Version ${version}`,
  lockedByIdle: 'The program locked itself after ten minutes without use. What you wrote is kept until you unlock.',
};
