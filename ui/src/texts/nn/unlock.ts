import type { Texts } from '../languages';

export const unlock: Texts['unlock'] = {
  title: 'Lås opp Personvernsak',
  user: 'Brukar',
  passphrase: 'Passfrase',
  show: 'Vis',
  hide: 'Gøym',
  showLong: 'Vis passfrasen',
  hideLong: 'Gøym passfrasen',
  open: 'Lås opp',
  opening: 'Låser opp …',
  missing: 'Skriv passfrasen.',
  store: 'Lager',
  network: 'Nettverk',
  networkNone: 'Inkje. Programmet opnar ingen samband.',
  version: (version) => `Versjon ${version}`,
  lockedByIdle: 'Programmet låste seg etter ti minutt utan bruk. Det du skreiv, er teke vare på til du låser opp.',
};
