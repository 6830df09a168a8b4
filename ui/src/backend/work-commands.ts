import type { CaseVersion } from './commands';
import { call } from './invoke';
import type { CaseShow } from './types';
import type { Colleagues, HandedOver, Reminders, TaskList } from './work-types';

// One function per command of the daily work, and nothing else.

export const caseTake = (input: CaseVersion) => call<CaseShow>('case_take', input);
export const caseTaskAsk = (input: CaseVersion & { unit: string; text: string; asked_on: string; due_on: string; owner: string }) =>
  call<CaseShow>('case_task_ask', input);

/** What does not belong to the change is null. */
export interface TaskChange {
  task: number;
  what: 'remind' | 'give' | 'answer' | 'drop';
  on: string | null;
  due_on: string | null;
  to: string | null;
  note: string | null;
}

export const caseTaskChange = (input: CaseVersion & TaskChange) => call<CaseShow>('case_task_change', input);
export const caseCorrect = (input: CaseVersion & { suspension: number | null; reason: string }) =>
  call<CaseShow>('case_correct', input);
export const taskList = () => call<TaskList>('task_list');
export const reminders = () => call<Reminders>('reminders');
export const reminderPutOff = (input: { case: string; kind: string; until: string }) =>
  call<Reminders>('reminder_put_off', input);
export const colleagues = () => call<Colleagues>('colleagues');
export const absenceEnter = (input: { name: string; from: string; to: string; substitute: string }) =>
  call<Colleagues>('absence_enter', input);
export const absenceEnd = (input: { name: string }) => call<Colleagues>('absence_end', input);
export const handOver = (input: { from: string; to: string }) => call<HandedOver>('hand_over', input);
