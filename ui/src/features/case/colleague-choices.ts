import type { Colleague } from '../../backend/work-types';
import type { Choice } from '../../form/choice-field';
import type { Texts } from '../../texts/texts';

/** Those who can have a case or a task, oneself first, each with whether they are away now. */
export function colleagueChoices(texts: Texts, people: readonly Colleague[], me: string): Choice[] {
  const t = texts.work.assign;
  const words = (each: Colleague) => {
    const name = each.name === me ? t.me(each.name) : each.name;
    return each.away?.now ? `${name} – ${t.away(each.away.to_on, each.away.substitute)}` : name;
  };
  const choices = people.map((each) => ({ value: each.name, label: words(each) }));
  const own = choices.filter((each) => each.value === me);
  // Before the names have come, one's own stands there.
  return [...(own.length > 0 ? own : [{ value: me, label: t.me(me) }]), ...choices.filter((each) => each.value !== me)];
}
