/** What is seen of a reading group: few readers are in one. */
export const loadGroup = () => import('./reading-group.tsx');
