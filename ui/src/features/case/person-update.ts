import type { PersonUpdate } from '../../backend/commands';
import type { CaseShow, IdentityMethod, IdentityStatus } from '../../backend/types';
import { dateOrNull } from '../../dates/parse';

/** What the dialog holds about the person: all of it as text. */
export interface KnownPerson {
  name: string;
  identityNumber: string;
  addressLines: string;
  country: string;
  email: string;
  identityStatus: IdentityStatus;
  identityMethod: IdentityMethod | '';
  identityOn: string;
}

/** What is known now. The identity number is never shown; one that is typed takes its place. */
export function knownOf(show: CaseShow, shortDate: (on: string) => string): KnownPerson {
  return {
    name: show.person.name ?? '',
    identityNumber: '',
    addressLines: show.person.address?.lines.join('\n') ?? '',
    country: show.person.address?.country ?? 'NO',
    email: show.person.email ?? '',
    identityStatus: show.identity.status,
    identityMethod: show.identity.method ?? '',
    identityOn: show.identity.on ? shortDate(show.identity.on) : '',
  };
}

/** What is new, as the core takes it; what stays as it is is left out. Null when nothing is new. */
export function updateOf(before: KnownPerson, after: KnownPerson): PersonUpdate | null {
  const text = (name: 'name' | 'email') => {
    const typed = after[name].trim();
    return typed === '' || typed === before[name] ? null : typed;
  };
  const lines = after.addressLines.split('\n').map((line) => line.trim()).filter(Boolean);
  const moved = after.addressLines.trim() !== before.addressLines || after.country !== before.country;
  const person = {
    name: text('name'),
    identity_number: after.identityNumber.replaceAll(/\s/g, '') || null,
    address: moved && lines.length > 0 ? { lines, country: after.country.trim().toUpperCase() } : null,
    email: text('email'),
  };
  const known =
    after.identityStatus !== before.identityStatus
    || after.identityMethod !== before.identityMethod
    || after.identityOn !== before.identityOn;
  const identity = known
    ? {
        status: after.identityStatus,
        method: after.identityStatus === 'confirmed' && after.identityMethod !== '' ? after.identityMethod : null,
        on: after.identityStatus === 'confirmed' ? dateOrNull(after.identityOn) : null,
      }
    : null;
  const anything = Object.values(person).some((each) => each !== null);
  if (!anything && !identity) return null;
  return { person: anything ? person : null, identity };
}
