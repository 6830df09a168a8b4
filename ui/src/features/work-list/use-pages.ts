import { useCallback, useEffect, useState } from 'react';
import { caseList } from '../../backend/commands';
import { useCaseList } from '../../backend/queries';
import type { CaseRow } from '../../backend/types';
import { useAction } from '../../backend/use-action';
import { queryOf, type Filters } from './filters';

/** The list page by page: the first by the filters, the next ones where the last ended. */
export function usePages(filters: Filters) {
  const query = queryOf(filters, null);
  const first = useCaseList(query);
  const [further, setFurther] = useState<{ of: unknown; rows: CaseRow[]; next: string | null } | null>(null);
  const more = useAction(caseList);
  const added = further && further.of === first.data ? further : null;
  const next = added ? added.next : (first.data?.next ?? null);

  useEffect(() => setFurther(null), [first.data]);
  const showMore = useCallback(async () => {
    const page = await more.run({ ...query, after: next });
    if (page) setFurther({ of: first.data, rows: [...(added?.rows ?? []), ...page.cases], next: page.next });
  }, [more.run, query, next, first.data, added]);

  return {
    list: first.data,
    rows: [...(first.data?.cases ?? []), ...(added?.rows ?? [])],
    hasMore: next !== null,
    showMore,
    loading: first.loading || more.pending,
    failure: first.failure ?? more.failure,
    reload: first.reload,
  };
}
