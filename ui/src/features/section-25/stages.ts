import type { CaseList } from '../../backend/types';
import type { TabOf } from '../../frame/tabs';
import type { Texts } from '../../texts/texts';

/** The tab with every case. */
export const ALL = 'alle';

/** The tabs: all cases, then each stage in the order of the work, with how many stand there. */
export function tabsOf(t: Texts['section25'], list: Pick<CaseList, 'section_25' | 'section_25_stages'>): TabOf[] {
  return [
    { id: ALL, label: t.all, count: String(list.section_25) },
    ...list.section_25_stages.map((each) => ({ id: each.stage, label: each.label, count: String(each.count) })),
  ];
}
