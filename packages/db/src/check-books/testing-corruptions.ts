/** Something that somebody did to the books with the database's own tools, and the rule that must see it. */
export interface Corruption {
  name: string
  invariant: string
  /** What the breach must name. */
  subject: string
  plant: string
}
