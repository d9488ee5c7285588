/** The kind of job that imports a part of a file. */
export const importJobKind = 'import_products'
/** The kind of job that fetches some pictures of an imported file. */
export const picturesJobKind = 'fetch_import_pictures'
