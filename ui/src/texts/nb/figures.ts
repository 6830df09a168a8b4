const counted = (count: number | null) => (count === null ? 'skjult' : String(count));

export const figures = {
  title: 'Tall',
  days: (from: string, to: string) => `${from} – ${to}`,
  from: 'Fra og med',
  to: 'Til og med',
  show: 'Vis tallene',
  backwards: 'Den siste dagen er før den første.',
  publish: 'Skal offentliggjøres',
  publishHint: 'Små tall blir skjult. Gjelder et helt kalenderår.',
  save: { pdf: 'Lagre som PDF', xlsx: 'Lagre som XLSX', csv: 'Lagre som CSV' },
  saveProtocol: 'Lagre protokoll',
  saved: (path: string) => `Lagret i ${path}.`,
  byLabel: 'Delt etter',
  by: { register: 'Register', right: 'Rettighet', track: 'Spor', month: 'Måned' },
  chart: (by: string) => `Besvart etter ${by}`,
  onTime: 'Innen fristen',
  late: 'For sent',
  bar: (label: string, onTime: number | null, late: number | null) =>
    `${label}: ${counted(onTime)} innen fristen, ${counted(late)} for sent`,
  counts: (onTime: number | null, late: number | null) =>
    onTime === null || late === null ? 'skjult' : late === 0 ? `${onTime}` : `${onTime}, ${late} for sent`,
  hidden: 'skjult',
  none: 'ingen',
  empty: 'Ingen saker i perioden.',
  how: 'Slik er det telt',
};
