import type { Check } from '../../backend/types';
import { readsAccessLog, useUser } from '../../frame/reader';
import { Tabs, type TabOf } from '../../frame/tabs';
import { useTexts } from '../../texts/texts';
import { AccessTab } from './access-tab';
import { AfterTab } from './after-tab';
import { AttachmentsTab } from './attachments-tab';
import { BreachTab } from './breach-tab';
import { ChecksTab } from './checks-tab';
import { LettersTab } from './letters-tab';
import { MeasuresTab } from './measures-tab';
import { NotesTab } from './notes-tab';
import { TasksTab, endedTasks } from './tasks-tab';
import { PeopleTab } from './people-tab';
import { SimilarTab } from './similar-tab';
import { TimelineTab } from './timeline-tab';
import type { Wanted } from './wanted';
import type { CasePartProps } from '../../cases/use-case-work';

interface Props extends CasePartProps {
  tab: string;
  today: string;
  onTab: (tab: string) => void;
  onAnswer: (check: Check) => void;
  onAction: (wanted: Wanted) => void;
  onOpen: (number: string) => void;
  onLetter: (kind: string, issued: string | null, corrects?: string | null) => void;
}

export function CaseTabs({ show, work, tab, today, onTab, onAnswer, onAction, onOpen, onLetter }: Props) {
  const texts = useTexts();
  const t = texts.case;
  const answered = show.checks.filter((each) => each.result !== null).length;
  const settled = show.measures.filter((each) => each.state !== 'open').length;
  const after = show.complaints.length + show.reopenings.length;
  const tabs: TabOf[] = [
    { id: 'checks', label: t.tabs.checks, count: t.of(answered, show.checks.length) },
    { id: 'timeline', label: t.tabs.timeline, count: String(show.timeline.length) },
    { id: 'tasks', label: t.tabs.tasks, count: t.of(endedTasks(show), show.tasks.length) },
    { id: 'letters', label: t.tabs.letters, count: String(show.letters.length) },
    { id: 'notes', label: t.tabs.notes, count: String(show.notes.length) },
    ...(show.measures.length > 0 || show.decision
      ? [{ id: 'measures', label: t.tabs.measures, count: t.of(settled, show.measures.length) }]
      : []),
    { id: 'people', label: t.tabs.people, count: null },
    {
      id: 'similar',
      label: texts.after.similar.tab,
      count: show.ties.length > 0 ? String(show.ties.length) : null,
      waits: texts.after.similar.waits,
    },
    ...(after > 0 ? [{ id: 'after', label: texts.after.tab, count: String(after) }] : []),
    ...(show.breaches.length > 0 ? [{ id: 'breaches', label: texts.breach.tab, count: String(show.breaches.length) }] : []),
    { id: 'attachments', label: t.tabs.attachments, count: String(show.attachments.length + show.files.length + show.reports.length) },
    ...(readsAccessLog(useUser()) ? [{ id: 'access', label: t.tabs.access, count: null, waits: t.access.waits }] : []),
  ];
  return (
    <Tabs label={show.title} tabs={tabs} chosen={tab} onChoose={onTab}>
      {tab === 'checks' && <ChecksTab show={show} onAnswer={onAnswer} onAction={onAction} />}
      {tab === 'timeline' && <TimelineTab timeline={show.timeline} />}
      {tab === 'letters' && <LettersTab show={show} onLetter={onLetter} />}
      {tab === 'notes' && <NotesTab show={show} work={work} today={today} />}
      {tab === 'measures' && <MeasuresTab show={show} work={work} onAction={onAction} />}
      {tab === 'tasks' && <TasksTab show={show} onAction={onAction} />}
      {tab === 'people' && <PeopleTab show={show} today={today} onAction={onAction} />}
      {tab === 'similar' && <SimilarTab show={show} work={work} />}
      {tab === 'after' && <AfterTab show={show} onAction={onAction} />}
      {tab === 'breaches' && <BreachTab show={show} onAction={onAction} onOpen={onOpen} />}
      {tab === 'access' && <AccessTab request={show.request} />}
      {tab === 'attachments' && <AttachmentsTab show={show} work={work} />}
    </Tabs>
  );
}
