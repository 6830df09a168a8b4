import type { Texts } from '../languages';

const counted = (count: number | null) => (count === null ? 'hidden' : String(count));

export const figures: Texts['figures'] = {
  title: 'Figures',
  days: (from: string, to: string) => `${from} – ${to}`,
  from: 'From',
  to: 'To',
  show: 'Show the figures',
  backwards: 'The last day is before the first.',
  publish: 'For publication',
  publishHint: 'Small counts are hidden. For one whole calendar year.',
  save: { pdf: 'Save as PDF', xlsx: 'Save as XLSX', csv: 'Save as CSV' },
  saveProtocol: 'Save protocol',
  saved: (path: string) => `Saved in ${path}.`,
  byLabel: 'Split by',
  by: { register: 'Register', right: 'Right', track: 'Track', month: 'Month' },
  chart: (by: string) => `Answered by ${by}`,
  onTime: 'On time',
  late: 'Late',
  bar: (label: string, onTime: number | null, late: number | null) =>
    `${label}: ${counted(onTime)} on time, ${counted(late)} late`,
  counts: (onTime: number | null, late: number | null) =>
    onTime === null || late === null ? 'hidden' : late === 0 ? `${onTime}` : `${onTime}, ${late} late`,
  hidden: 'hidden',
  none: 'none',
  empty: 'No cases in the period.',
  how: 'How it was counted',
};
