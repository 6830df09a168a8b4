import { useEffect, useState, type RefObject } from 'react';

/** The width of an element, followed as the window changes. */
export function useWidth(of: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!of.current) return;
    const observer = new ResizeObserver((entries) => setWidth(Math.floor(entries[0]?.contentRect.width ?? 0)));
    observer.observe(of.current);
    return () => observer.disconnect();
  }, [of]);
  return width;
}
