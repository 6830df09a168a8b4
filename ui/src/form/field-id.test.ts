import { expect, it } from 'vitest';
import { fieldId } from './field-id';

it.each([
  ['received_on', 'felt-received_on'],
  ['person.identity_number', 'felt-person-identity_number'],
  ['demands[0].facts.yrke', 'felt-demands-0-facts-yrke'],
  ['demands[12]', 'felt-demands-12'],
])('the field of %s is %s', (path, id) => {
  expect(fieldId(path)).toBe(id);
});
