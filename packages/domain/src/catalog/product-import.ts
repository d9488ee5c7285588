/** A file of products: on file, looked through, on its way into the catalogue, in it, or of no use. */
export const importStates = ['uploaded', 'checked', 'running', 'done', 'failed'] as const
export type ImportState = (typeof importStates)[number]

/** A picture that a file names by its address: to be fetched, fetched, nothing to do (it is there, or its product is not), or not to be had. */
export const importPictureStates = ['waiting', 'fetched', 'there', 'failed'] as const
export type ImportPictureState = (typeof importPictureStates)[number]

/** Errors of a file that are kept with their words; the others are only counted. */
export const mostImportErrors = 200
