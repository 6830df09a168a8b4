import { Heading, Link, List } from '@digdir/designsystemet-react';
import { useEffect, useRef } from 'react';
import type { FieldProblem } from '../backend/types';
import { fieldId, focusField } from './field-id';

interface Props {
  title: string;
  problems: readonly FieldProblem[];
  /** Changes at each failed try, and then the summary takes the focus. */
  round: number;
}

/** All problems at once, each a link to its field, in the same words as at the field. */
export function ProblemSummary({ title, problems, round }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
    box.current?.scrollIntoView({ block: 'nearest' });
  }, [round]);
  return (
    <div
      ref={box}
      className="problem-summary"
      role="group"
      tabIndex={-1}
      aria-labelledby="problem-title"
      data-color="danger"
    >
      <Heading id="problem-title" level={2} data-size="2xs">
        {title}
      </Heading>
      <List.Unordered>
        {problems.map((problem) => (
          <List.Item key={`${problem.path} ${problem.code}`}>
            <Link
              href={`#${fieldId(problem.path)}`}
              onClick={(event) => {
                event.preventDefault();
                focusField(problem.path);
              }}
            >
              {problem.message}
            </Link>
          </List.Item>
        ))}
      </List.Unordered>
    </div>
  );
}
