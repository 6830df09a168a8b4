import { expect, it } from 'vitest';
import type { Register } from '../backend/types';
import { findRegister } from './find-register';

const register = (id: string, short: string, nb: string): Register => ({
  id, short, names: { nb, nn: nb, en: nb }, rights: [], facts: [], roles: [], answered_here: true,
});
const registers = [
  register('kpr', 'KPR', 'Kommunalt pasient- og brukerregister'),
  register('npr', 'NPR', 'Norsk pasientregister'),
  register('hpr', 'HPR', 'Helsepersonellregisteret'),
];

it.each([
  ['kpr', 'kpr'],
  [' KPR ', 'kpr'],
  ['norsk', 'npr'],
  ['brukerregister', 'kpr'],
  ['pasient', null],
  ['', null],
  ['kamera', null],
])('«%s» is %s', (typed, id) => {
  expect(findRegister(registers, typed)?.id ?? null).toBe(id);
});
