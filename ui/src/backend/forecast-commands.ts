import type { Accepted, BackTest, Forecast, Supposition, WhatIf } from './forecast-types';
import { call } from './invoke';

// One function per command of the forecasts, and nothing else.

export const deadlineForecast = (input: { weeks: number }) => call<Forecast>('deadline_forecast', input);
export const deadlineBackTest = () => call<BackTest>('deadline_back_test', {});
export const deadlineWhatIf = (input: Supposition) => call<WhatIf>('deadline_what_if', input);
export const deadlineAccept = (input: { supposed: Supposition; digest: string; reason: string }) =>
  call<Accepted>('deadline_accept', input);
