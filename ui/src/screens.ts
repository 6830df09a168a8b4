import { lazy, type ComponentType } from 'react';

// Each screen is read when it is first opened: most days most of them are not, and what is read is held in memory all day.
// The work list is none of them, since it is what comes first.
const screen = <Given>(read: () => Promise<ComponentType<Given>>) => lazy(async () => ({ default: await read() }));

export const CaseScreen = screen(async () => (await import('./features/case/case-screen')).CaseScreen);
export const Deadlines = screen(async () => (await import('./features/deadlines/deadlines')).Deadlines);
export const Figures = screen(async () => (await import('./features/figures/figures')).Figures);
export const ForecastScreen = screen(async () => (await import('./features/forecast/forecast-screen')).ForecastScreen);
export const Guide = screen(async () => (await import('./features/guide/guide')).Guide);
export const InForceList = screen(async () => (await import('./features/in-force/in-force')).InForceList);
export const Intake = screen(async () => (await import('./features/intake/intake')).Intake);
export const LetterScreen = screen(async () => (await import('./features/letter/letter-screen')).LetterScreen);
export const OmbudInbox = screen(async () => (await import('./features/ombud-inbox/ombud-inbox')).OmbudInbox);
export const Registers = screen(async () => (await import('./features/registers/registers')).Registers);
export const Review = screen(async () => (await import('./features/review/review')).Review);
export const Section25 = screen(async () => (await import('./features/section-25/section-25')).Section25);
export const Settings = screen(async () => (await import('./features/settings/settings')).Settings);
