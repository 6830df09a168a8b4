import { call } from './invoke';
import type { Period, PeriodInput } from './period-types';

// One function per command of the figures of a period, and nothing else.

export const periodFigures = (input: PeriodInput) => call<Period>('period_figures', input);

/** The user says where in the system's own dialog; nothing when the user thinks better of it. */
export const periodSave = (input: { figures: PeriodInput; format: 'csv' | 'xlsx' | 'pdf' }) =>
  call<{ path: string | null }>('period_save', { export: input, path: null });

/** The protocol of the cases received in a period, as a PDF. */
export const protocolSave = (input: { from: string; to: string }) =>
  call<{ path: string | null }>('protocol_save', { of: input, path: null });
