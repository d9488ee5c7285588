/** Where `speak` puts its words; React leaves what stands in it alone. */
export const Spoken = () => <p className="unseen" role="status" data-spoken />
