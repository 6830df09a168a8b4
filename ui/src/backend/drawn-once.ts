import { createElement } from 'react';
import { renderToString } from 'react-dom/server';

/** For tests: a hook as it is drawn once. What is done with it comes before it is drawn again. */
export function drawnOnce<Hook>(use: () => Hook): Hook {
  const drawn: Hook[] = [];
  renderToString(
    createElement(() => {
      drawn.push(use());
      return null;
    }),
  );
  return drawn[0]!;
}
