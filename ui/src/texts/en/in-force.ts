import type { Texts } from '../languages';

export const inForce: Texts['inForce'] = {
  title: 'Restrictions and reservations in force',
  subtitle: 'What was granted and carried out, and holds until it is lifted. Reviews that are due come first.',
  columns: {
    what: 'What',
    register: 'Register',
    person: 'Person',
    ground: 'Legal basis',
    since: 'Since',
    review: 'Next review',
    assignee: 'Case officer',
  },
  due: 'Review is due',
  notSet: 'No day is set',
  empty: 'No restrictions or reservations are in force',
  emptyText: 'A case comes here once the claim is granted and the measure “Carry out in the register” is recorded as done.',
};
