/** A file of products: on file, looked through, on its way into the catalogue, in it, or of no use. */
export const importStates = ['uploaded', 'checked', 'running', 'done', 'failed'] as const
export type ImportState = (typeof importStates)[number]

/** Errors of a file that are kept with their words; the others are only counted. */
export const mostImportErrors = 200
