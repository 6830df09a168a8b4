import { useCallback, useEffect, useState } from 'react';
import { caseList } from '../backend/commands';
import { useCaseList } from '../backend/queries';
import type { CaseQuery, CaseRow } from '../backend/types';
import { useAction } from '../backend/use-action';
import { useDraft } from '../frame/drafts';

/** How many cases are read at a time; the next page follows where this one ended. */
export const PAGE = 50;
/** The longest page that the core gives. */
const LONGEST_PAGE = 500;

/** What narrows a list. Which page of it is asked for is not the caller's business. */
export type ListQuery = Omit<CaseQuery, 'limit' | 'after'>;

/** The pages that were not read yet. */
export interface Rest {
  query: ListQuery;
  next: string;
}

/** A list of cases page by page: the first by the query, the next ones where the last ended. */
export function usePages(narrowed: ListQuery) {
  const key = JSON.stringify(narrowed);
  // What was paged through is read again when one comes back, so that the case that one left is there.
  const [shown, setShown] = useDraft(`shown of ${key}`, PAGE);
  const [size, setSize] = useState({ of: key, limit: shown });
  const limit = size.of === key ? size.limit : PAGE;
  const first = useCaseList({ ...narrowed, limit, after: null });
  const [further, setFurther] = useState<{ of: unknown; rows: CaseRow[]; next: string | null } | null>(null);
  const more = useAction(caseList);
  const added = further && further.of === first.data ? further : null;
  const next = added ? added.next : (first.data?.next ?? null);
  const rows = [...(first.data?.cases ?? []), ...(added?.rows ?? [])];

  useEffect(() => setFurther(null), [first.data]);
  useEffect(() => {
    if (rows.length > 0) setShown(Math.min(Math.max(rows.length, PAGE), LONGEST_PAGE));
  }, [rows.length]);
  const showMore = useCallback(async () => {
    const page = await more.run({ ...narrowed, limit: PAGE, after: next });
    if (page) setFurther({ of: first.data, rows: [...(added?.rows ?? []), ...page.cases], next: page.next });
  }, [more.run, key, next, first.data, added]);
  // What has been paged through stays on the screen when the list is read again.
  const reload = () => {
    setSize({ of: key, limit: Math.min(Math.max(rows.length, PAGE), LONGEST_PAGE) });
    first.reload();
  };

  return {
    list: first.data,
    rows,
    hasMore: next !== null,
    rest: next === null ? null : { query: narrowed, next },
    showMore,
    loading: first.loading || more.pending,
    failure: first.failure ?? more.failure,
    reload,
  };
}
