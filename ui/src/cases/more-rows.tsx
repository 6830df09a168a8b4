import { Button } from '@digdir/designsystemet-react';
import { useTexts } from '../texts/texts';

/** The next page of a list, where there is one. */
export function MoreRows({ busy, onMore }: { busy: boolean; onMore: () => void }) {
  const t = useTexts().cases;
  return (
    <Button variant="secondary" className="more-rows" aria-busy={busy} onClick={onMore}>
      {t.more}
    </Button>
  );
}
