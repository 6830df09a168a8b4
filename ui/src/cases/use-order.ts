import { useCallback, useMemo, useState } from 'react';
import { caseList } from '../backend/commands';
import { useAction } from '../backend/use-action';
import { unlessChanged } from '../form/unless-changed';
import { oneAtATime } from './one-at-a-time';
import { PAGE, type Rest } from './use-pages';

interface Order {
  numbers: readonly string[];
  rest: Rest | null;
}

/** The order of the list that one came from: a case knows its neighbours by it, also beyond the pages that were shown. */
export function useOrder() {
  const [order, set] = useState<Order>({ numbers: [], rest: null });
  const { run } = useAction(caseList);
  const onOrder = useCallback((numbers: readonly string[], rest: Rest | null) => set({ numbers, rest }), []);
  const readOn = useMemo(
    () =>
      oneAtATime(async (known: Order) => {
        if (!known.rest) return known.numbers;
        const { query, next } = known.rest;
        const page = await run({ ...query, limit: PAGE, after: next });
        if (!page) return known.numbers;
        const numbers = [...known.numbers, ...page.cases.map((each) => each.case)];
        set(unlessChanged(known, { numbers, rest: page.next === null ? null : { query, next: page.next } }));
        return numbers;
      }),
    [run],
  );
  /** Reads the next page and answers with the longer order. Keys that are held ask for the same page many times. */
  const further = useCallback(() => readOn(order), [readOn, order]);
  return { numbers: order.numbers, more: order.rest !== null, onOrder, further };
}
