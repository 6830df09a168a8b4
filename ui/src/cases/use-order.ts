import { useCallback, useState } from 'react';
import { caseList } from '../backend/commands';
import { useAction } from '../backend/use-action';
import { PAGE, type Rest } from './use-pages';

/** The order of the list that one came from: a case knows its neighbours by it, also beyond the pages that were shown. */
export function useOrder() {
  const [order, set] = useState<{ numbers: readonly string[]; rest: Rest | null }>({ numbers: [], rest: null });
  const { run } = useAction(caseList);
  const onOrder = useCallback((numbers: readonly string[], rest: Rest | null) => set({ numbers, rest }), []);
  /** Reads the next page and answers with the longer order. */
  const further = useCallback(async () => {
    if (!order.rest) return order.numbers;
    const { query, next } = order.rest;
    const page = await run({ ...query, limit: PAGE, after: next });
    if (!page) return order.numbers;
    const numbers = [...order.numbers, ...page.cases.map((each) => each.case)];
    set({ numbers, rest: page.next === null ? null : { query, next: page.next } });
    return numbers;
  }, [order, run]);
  return { numbers: order.numbers, more: order.rest !== null, onOrder, further };
}
