const keyOf = (user: string) => `immersion-tracker.no-goal.${user}`;

/** Whether somebody said in this browser that they do not want a goal now. */
export function hasDeclined(user: string): boolean {
  try {
    return localStorage.getItem(keyOf(user)) !== null;
  } catch {
    return false;
  }
}

/** A browser may deny access to its storage. The question then returns with the next visit. */
export function decline(user: string): void {
  try {
    localStorage.setItem(keyOf(user), 'true');
  } catch {}
}
