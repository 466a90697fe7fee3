/**
 * Ask the browser to keep what is stored when the disk is full. It decides by itself, or has done so
 * when Waymark was installed.
 *
 * @returns What it answers.
 */
export async function keepForGood(): Promise<boolean> {
  const { storage } = navigator;
  try {
    return (await storage.persisted()) || (await storage.persist());
  } catch (error) {
    console.warn('Waymark: the browser does not say whether it keeps what is stored', error);
    return false;
  }
}
