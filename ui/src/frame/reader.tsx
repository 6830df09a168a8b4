import { createContext, useContext } from 'react';
import type { SessionState } from '../backend/types';

/** Who only reads: the personvernombud sees every case and changes none (GDPR Art. 38 and 39). */
export function readsOnly(user: SessionState['user']): boolean {
  return user?.role === 'personvernombud';
}

/** Who may read the log of who has seen what. */
export function readsAccessLog(user: SessionState['user']): boolean {
  return user?.role === 'personvernombud' || user?.role === 'administrator';
}

/** Who may read the figures of a period, which tell of everybody's work. */
export function readsFigures(user: SessionState['user']): boolean {
  return user !== null && user.role !== 'saksbehandler';
}

/** Who sees forecasts of the deadlines. Whoever works with cases alone does not: they tell what colleagues get done. */
export function foresees(user: SessionState['user']): boolean {
  return user !== null && user.role !== 'saksbehandler';
}

const UserContext = createContext<SessionState['user']>(null);

export const UserProvider = UserContext.Provider;
export const useUser = () => useContext(UserContext);
