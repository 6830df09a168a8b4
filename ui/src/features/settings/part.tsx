import { Heading } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import type { Settings } from '../../backend/settings-types';

/** What every part of the settings is given. */
export interface PartProps {
  settings: Settings;
  onChanged: () => void;
}

/** A part of the settings under its heading. */
export function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="settings-part" aria-labelledby={`settings-${id}`}>
      <Heading id={`settings-${id}`} level={2} data-size="xs">
        {title}
      </Heading>
      {children}
    </section>
  );
}

/** The head of a table of the settings. */
export function ColumnHeads({ columns }: { columns: Record<string, string> }) {
  return (
    <thead role="rowgroup">
      <tr role="row">
        {Object.entries(columns).map(([id, words]) => (
          <th key={id} role="columnheader" scope="col">
            {words}
          </th>
        ))}
      </tr>
    </thead>
  );
}
