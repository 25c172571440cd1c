/** What the words distinguish. */

/** Why the system refused a file, as far as a user can do something about it. */
export type FileReason = 'not-found' | 'is-folder' | 'no-permission' | 'no-space' | 'other'

/** What can be wrong with a JSON text. */
export type JsonFaultCode = 'expected' | 'not-a-value' | 'bad-text' | 'duplicate-key' | 'too-deep' | 'trailing'
