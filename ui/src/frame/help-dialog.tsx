import { Button, Dialog, Heading, Paragraph, Table } from '@digdir/designsystemet-react';
import { useTexts } from '../texts/texts';
import { Keys } from './keys';
import { shortcuts, shownKeys } from './shortcuts';
import { useReturnFocus } from './use-return-focus';

/** Every shortcut, from the same table as the handlers. */
export function HelpDialog({ onGuide, onClose }: { onGuide: () => void; onClose: () => void }) {
  const t = useTexts().frame;
  useReturnFocus();
  return (
    <Dialog open onClose={onClose} closeButton={t.close} aria-labelledby="help-title">
      <Heading id="help-title" level={2} data-size="xs">
        {t.shortcuts.title}
      </Heading>
      <Paragraph>{t.shortcuts.intro}</Paragraph>
      <Button variant="secondary" onClick={onGuide}>
        {t.guide}
      </Button>
      <Table>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell scope="col">{t.shortcuts.keys}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t.shortcuts.does}</Table.HeaderCell>
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {shortcuts.map((each) => (
            <Table.Row key={each.id}>
              <Table.Cell>
                <Keys of={each.id} />
                <span className="ds-sr-only">{shownKeys(each).join(' ')}</span>
              </Table.Cell>
              <Table.Cell>{t.shortcuts[each.does]}</Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </Dialog>
  );
}
