import type { Texts } from '../languages';

export const inForce: Texts['inForce'] = {
  title: 'Gjeldande avgrensingar og reservasjonar',
  subtitle: 'Det som er innvilga og gjennomført, og som gjeld til det blir oppheva. Forfalne vurderingar står først.',
  columns: {
    what: 'Gjeld',
    register: 'Register',
    person: 'Person',
    ground: 'Grunnlag',
    since: 'Sidan',
    review: 'Blir vurdert att',
    assignee: 'Saksbehandlar',
  },
  due: 'Skal vurderast no',
  notSet: 'Ingen dag er sett',
  empty: 'Ingen avgrensingar eller reservasjonar gjeld no',
  emptyText: 'Ei sak kjem hit når kravet er innvilga og tiltaket «Gjennomfør i registeret» er registrert som gjort.',
};
