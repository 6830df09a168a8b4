import type { CaseShow } from '../../backend/types';
import { useTexts } from '../../texts/texts';

export function AttachmentsTab({ attachments }: { attachments: CaseShow['attachments'] }) {
  const t = useTexts().case.attachments;
  if (attachments.length === 0) return <p className="subtle">{t.none}</p>;
  return (
    <>
      <p className="secondary">{t.explain}</p>
      <ul className="letters">
        {attachments.map((each, index) => (
          <li key={index}>
            {each.title} {each.pages !== null && <span className="secondary">{t.pages(each.pages)}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
