/** Why a file cannot be read at all, for the interface to say in the reader's language. */
export type ImportFault =
  | 'empty'
  | 'too-large'
  | 'too-deep'
  | 'too-many'
  | 'not-text'
  | 'not-json'
  | 'not-csv'
  | 'unknown-format'
  | 'newer-version'
  | 'malformed';

/** A file that cannot be read. Nothing of it has been taken. */
export class ImportError extends Error {
  readonly fault: ImportFault;
  /** The field or line at which reading stopped, as it is called in the file; empty for all of it. */
  readonly where: string;

  constructor(fault: ImportFault, where = '') {
    super(where === '' ? fault : `${fault}: ${where}`);
    this.name = 'ImportError';
    this.fault = fault;
    this.where = where;
  }
}
