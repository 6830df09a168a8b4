export const inForce = {
  title: 'Gjeldende begrensninger og reservasjoner',
  subtitle: 'Det som er innvilget og gjennomført, og som gjelder til det blir opphevet. Forfalte vurderinger står først.',
  columns: {
    what: 'Gjelder',
    register: 'Register',
    person: 'Person',
    ground: 'Grunnlag',
    since: 'Siden',
    review: 'Vurderes igjen',
    assignee: 'Saksbehandler',
  },
  due: 'Skal vurderes nå',
  notSet: 'Ingen dag er satt',
  empty: 'Ingen begrensninger eller reservasjoner gjelder nå',
  emptyText: 'En sak kommer hit når kravet er innvilget og tiltaket «Gjennomfør i registeret» er registrert som gjort.',
};
