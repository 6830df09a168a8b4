import { expect, it } from 'vitest';
import type { CatalogueRegister } from '../../backend/catalogue-types';
import { abbreviationOf, byRole, find, nameBeside } from './search';

const register = (id: string, short: string, nb: string, role: string | null, said = ''): CatalogueRegister => ({
  id, short, names: { nb, nn: nb, en: `the ${id}` }, rights: [], facts: [],
  roles: role ? [role] : [], answered_here: true,
  article_15: [{ statements: [{ text: said }] }],
});
const registers = [
  register('npr', 'NPR', 'Norsk pasientregister (NPR)', 'pasient'),
  register('kamera', 'Kamera', 'Kamera utenfor lokalene', 'bruker', 'Videoopptak ved inngangene.'),
  register('kpr', 'KPR', 'Kommunalt pasient- og brukerregister (KPR)', 'pasient', 'Diagnose og opptak i institusjon.'),
  register('sms', 'SMS-varsling', 'SMS-varsling', null),
];
const roles = ['pasient', 'bruker'].map((id) => ({ id, label: id }));
const ids = (groups: ReturnType<typeof find>) =>
  groups.map((group) => `${group.heading ?? '–'}: ${group.registers.map((each) => each.id).join(' ')}`);

it('stand under their roles, the roleless last, by what they are called', () => {
  expect(ids(byRole({ registers, roles }, 'Andre'))).toEqual(['pasient: kpr npr', 'bruker: kamera', 'Andre: sms']);
});

it('have no heading when there is only one', () => {
  expect(ids(byRole({ registers: [registers[3]!], roles }, 'Andre'))).toEqual(['–: sms']);
});

it.each([
  ['KPR', ['–: kpr']],
  ['pasient', ['–: kpr npr']],
  ['pasient register', ['–: kpr npr']],
  ['the npr', ['–: npr']],
  ['opptak', ['omtaler: kamera kpr']],
  ['kamera opptak', []],
  ['frikort', []],
])('«%s» finds %s', (typed, found) => {
  expect(ids(find(registers, typed, 'omtaler'))).toEqual(found);
});

it('are called by their abbreviation where they have one', () => {
  expect(registers.map((each) => [abbreviationOf(each), nameBeside(each)])).toEqual([
    ['NPR', 'Norsk pasientregister'],
    [null, 'Kamera utenfor lokalene'],
    ['KPR', 'Kommunalt pasient- og brukerregister'],
    [null, 'SMS-varsling'],
  ]);
});
