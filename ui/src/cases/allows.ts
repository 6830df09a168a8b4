/** Whether the case lets this be done now. */
export function allows(show: { actions: readonly { action: string; available: boolean }[] }, action: string): boolean {
  return show.actions.some((each) => each.action === action && each.available);
}
