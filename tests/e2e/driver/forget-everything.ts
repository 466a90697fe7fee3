/* Functions that are sent to a page of the extension as text: each uses nothing of this module. */

/** As much of the extension's API as is used here. */
interface ExtensionApi {
  alarms: { clearAll(): Promise<boolean> };
  permissions: {
    getAll(): Promise<{ origins?: string[]; permissions?: string[] }>;
    remove(permissions: { origins: string[]; permissions: string[] }): Promise<boolean>;
  };
  runtime: {
    getManifest(): { host_permissions?: string[]; permissions?: string[] };
    sendMessage(message: object): Promise<unknown>;
  };
  scripting: { unregisterContentScripts(): Promise<void> };
  storage: Record<'local' | 'session', { clear(): Promise<void> }>;
}
declare const browser: ExtensionApi | undefined;
declare const chrome: ExtensionApi;

/** Set nothing to wake the background by itself any more, and run on no other site. */
export async function forgetEvents(): Promise<void> {
  const { alarms, permissions, runtime, scripting } =
    typeof browser === 'undefined' ? chrome : browser;
  await alarms.clearAll();
  await scripting.unregisterContentScripts();
  const { host_permissions: hosts = [], permissions: needed = [] } = runtime.getManifest();
  const granted = await permissions.getAll();
  const others = {
    origins: (granted.origins ?? []).filter((origin) => !hosts.includes(origin)),
    permissions: (granted.permissions ?? []).filter((name) => !needed.includes(name)),
  };
  if (others.origins.length + others.permissions.length > 0) await permissions.remove(others);
}

/**
 * Take away all that has been kept, in every place there is; nothing that uses it may be running.
 * Answers what stands in the way, if anything does.
 */
export async function forgetEverything(): Promise<string | undefined> {
  const { runtime, storage } = typeof browser === 'undefined' ? chrome : browser;
  const deleteDatabase = (name: string) =>
    new Promise((resolve, reject) => {
      const deleting = indexedDB.deleteDatabase(name);
      deleting.onsuccess = resolve;
      deleting.onerror = () => reject(deleting.error);
      deleting.onblocked = () => reject(new Error(`The database ${name} is in use`));
    });
  try {
    await storage.local.clear();
    await storage.session.clear();
    localStorage.clear();
    for (const { name = '' } of await indexedDB.databases()) await deleteDatabase(name);
    const files = await navigator.storage.getDirectory();
    const names: string[] = [];
    for await (const name of files.keys()) names.push(name);
    for (const name of names) await files.removeEntry(name, { recursive: true });
  } catch (error) {
    return String(error);
  }
  // The background wakes to a question that is not for it, and finds everything new.
  await runtime.sendMessage({}).catch(() => undefined);
  return undefined;
}
