import { expect, it } from 'vitest';
import { languages } from '../../texts/every-language';
import { named } from './field-names';

it('the summary follows the form and says which field', () => {
  const problems = [
    { path: 'demands[0].facts.yrke', code: 'x', message: 'Velg yrke.' },
    { path: 'person.address.country', code: 'x', message: 'Skriv land.' },
    { path: 'channel', code: 'x', message: 'Velg kanal.' },
    { path: 'files[1].title', code: 'x', message: 'Skriv hva filen er.' },
    { path: 'demands', code: 'x', message: 'Velg minst ett krav.' },
  ];
  expect(named(languages.nb, problems, ['Innsyn i HPR']).map((each) => each.message)).toEqual([
    'Kanal: Velg kanal.',
    'Land: Skriv land.',
    'Fil 2: tittel: Skriv hva filen er.',
    'Innsyn i HPR: Velg yrke.',
    'Velg minst ett krav.',
  ]);
});
