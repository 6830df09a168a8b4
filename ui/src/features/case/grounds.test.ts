import { expect, test } from 'vitest';
import type { GroundAnswer } from '../../backend/types';
import { groundsOf } from './grounds';

const ground = (id: string, outcomes: string[], weigh: string | null): GroundAnswer => ({
  id,
  label: id,
  outcomes,
  weigh,
  doubtful: false,
  source: 'kilde',
});
const all = [ground('a', ['avslag', 'delvis'], 'Hvorfor?'), ground('b', ['avvist'], 'Hva viser det?'), ground('c', ['avslag'], null)];

test('only what fits the outcome can be chosen, and its questions are asked together', () => {
  expect(groundsOf(all, 'avslag', ['a', 'b', 'c'])).toEqual({ fitting: [all[0], all[2]], chosen: ['a', 'c'], weigh: 'Hvorfor?' });
  expect(groundsOf(all, 'avvist', ['a', 'b'])).toEqual({ fitting: [all[1]], chosen: ['b'], weigh: 'Hva viser det?' });
  expect(groundsOf(all, 'innvilget', ['a'])).toEqual({ fitting: [], chosen: [], weigh: '' });
});
