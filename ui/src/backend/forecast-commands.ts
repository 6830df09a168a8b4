import type { Accepted, BackTest, Forecast, ForecastProgress, Supposition, WhatIf } from './forecast-types';
import { call, callAndFollow } from './invoke';

// One function per command of the forecasts, and nothing else.

export const deadlineForecast = (input: { weeks: number }, follow: (progress: ForecastProgress) => void) =>
  callAndFollow<Forecast, ForecastProgress>('deadline_forecast', input, follow);
export const deadlineBackTest = () => call<BackTest>('deadline_back_test', {});
export const deadlineWhatIf = (input: Supposition) => call<WhatIf>('deadline_what_if', input);
export const deadlineAccept = (input: { supposed: Supposition; digest: string; reason: string }) =>
  call<Accepted>('deadline_accept', input);
