// Before any test's own imports: Dexie keeps the IndexedDB that is there when it is loaded.
import 'fake-indexeddb/auto';
