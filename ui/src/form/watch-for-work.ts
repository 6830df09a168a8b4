/**
 * Watches for somebody who goes on working while an answer is awaited. The
 * answer is whether they did: wrote something, or went to another field. It is
 * asked for once, and must be, since it ends the watch.
 */
export function watchForWork(): () => boolean {
  const stood = document.activeElement;
  const watch = new AbortController();
  let wrote = false;
  const write = () => {
    wrote = true;
  };
  document.addEventListener('input', write, { capture: true, signal: watch.signal });
  return () => {
    watch.abort();
    return wrote || document.activeElement !== stood;
  };
}
