import { call } from './invoke';
import type { CalendarFiles, Notices } from './notice-types';

// One function per command of the notices and the calendar files, and nothing else.

export const notices = () => call<Notices>('notices');
export const noticesSet = (input: Notices) => call<Notices>('notices_set', input);
/** Whether the desktop shows notices at all. */
export const noticeService = () => call<boolean>('notice_service');
export const noticeTry = () => call<null>('notice_try').then(() => true);

export const calendarFiles = () => call<CalendarFiles>('calendar_files');
/** The system's own dialog asks where; nothing when the user thinks better of it. */
export const calendarFileKeep = ({ mine, office }: { mine: boolean; office: boolean }) =>
  call<CalendarFiles | null>('calendar_file_keep', {
    calendar: { mine, register: null, track: null }, office, path: null,
  });
export const calendarFileStop = (input: { office: boolean; remove_file: boolean }) =>
  call<CalendarFiles>('calendar_file_stop', input);
/** That a file can be written no longer, said once. */
export const calendarAlert = () => call<string | null>('calendar_alert');
