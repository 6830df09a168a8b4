import { expect, it } from 'vitest';
import { languages } from '../../texts/languages';
import { named } from './field-names';

it('the summary follows the form and says which field', () => {
  const problems = [
    { path: 'demands[0].facts.yrke', code: 'x', message: 'Velg yrke.' },
    { path: 'person.address.country', code: 'x', message: 'Skriv land.' },
    { path: 'channel', code: 'x', message: 'Velg kanal.' },
    { path: 'demands', code: 'x', message: 'Velg minst ett krav.' },
  ];
  expect(named(languages.nb, problems, ['Innsyn i HPR']).map((each) => each.message)).toEqual([
    'Kanal: Velg kanal.',
    'Land: Skriv land.',
    'Innsyn i HPR: Velg yrke.',
    'Velg minst ett krav.',
  ]);
});
