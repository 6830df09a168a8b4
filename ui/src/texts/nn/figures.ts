import type { Texts } from '../languages';

const counted = (count: number | null) => (count === null ? 'gøymt' : String(count));

export const figures: Texts['figures'] = {
  title: 'Tal',
  days: (from: string, to: string) => `${from} – ${to}`,
  from: 'Frå og med',
  to: 'Til og med',
  show: 'Vis tala',
  backwards: 'Den siste dagen er før den første.',
  publish: 'Skal offentleggjerast',
  publishHint: 'Små tal blir gøymde. Gjeld eit heilt kalenderår.',
  save: { pdf: 'Lagre som PDF', xlsx: 'Lagre som XLSX', csv: 'Lagre som CSV' },
  saveProtocol: 'Lagre protokoll',
  saved: (path: string) => `Lagra i ${path}.`,
  byLabel: 'Delt etter',
  by: { register: 'Register', right: 'Rett', track: 'Spor', month: 'Månad' },
  chart: (by: string) => `Svara på etter ${by}`,
  onTime: 'Innan fristen',
  late: 'For seint',
  bar: (label: string, onTime: number | null, late: number | null) =>
    `${label}: ${counted(onTime)} innan fristen, ${counted(late)} for seint`,
  counts: (onTime: number | null, late: number | null) =>
    onTime === null || late === null ? 'gøymt' : late === 0 ? `${onTime}` : `${onTime}, ${late} for seint`,
  hidden: 'gøymt',
  none: 'ingen',
  empty: 'Ingen saker i perioden.',
  how: 'Slik er det talt',
};
