/**
 * A reason while it is made: what is there only sometimes is put in after the rest. (Spreading it in, `...(there ? { it } : {})`, takes
 * longer than all else when a reason is made for every line of every unit.)
 */
export type Growing<T> = { -readonly [K in keyof T]: T[K] }
