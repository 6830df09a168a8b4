import type { Reason } from '../backend/types';

/** Reasons, each with its source beside it. */
export function SourcedReasons({ reasons }: { reasons: readonly Reason[] }) {
  return (
    <ul className="reasons">
      {reasons.map((reason, index) => (
        <li key={index}>
          {reason.text} {reason.source && <span className="source">{reason.source}</span>}
        </li>
      ))}
    </ul>
  );
}
