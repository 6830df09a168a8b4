import { describe, expect, it } from 'vitest';
import { updateOf, type KnownPerson } from './person-update';

const known: KnownPerson = {
  name: 'Jonas Wiik',
  identityNumber: '',
  addressLines: '',
  country: 'NO',
  email: 'jonas.wiik@example.no',
  identityStatus: 'asked',
  identityMethod: '',
  identityOn: '',
};

describe('what has become known of a person', () => {
  it('is nothing when nothing was typed', () => {
    expect(updateOf(known, known)).toBeNull();
  });

  it('is only what is new', () => {
    const after = { ...known, addressLines: 'Fjellveien 3\n2609 Lillehammer' };
    expect(updateOf(known, after)).toEqual({
      person: {
        name: null,
        identity_number: null,
        address: { lines: ['Fjellveien 3', '2609 Lillehammer'], country: 'NO' },
        email: null,
      },
      identity: null,
    });
  });

  it('takes an identity number with spaces, and how and when the identity was confirmed', () => {
    const after: KnownPerson = {
      ...known,
      identityNumber: '278674 31883',
      identityStatus: 'confirmed',
      identityMethod: 'brev',
      identityOn: '16.03.2026',
    };
    expect(updateOf(known, after)).toEqual({
      person: { name: null, identity_number: '27867431883', address: null, email: null },
      identity: { status: 'confirmed', method: 'brev', on: '2026-03-16' },
    });
  });

  it('does not erase what is known by leaving a field empty', () => {
    expect(updateOf(known, { ...known, name: '', email: ' ' })).toBeNull();
  });
});
