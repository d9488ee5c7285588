import { useWords } from '../../words.tsx'

interface Lines {
  name: string
  line1: string
  line2: string
  postcode: string
  city: string
  country: string
}

/** An address as it stands on an envelope. */
export function AddressLines({ of }: { of: Lines }) {
  const { country } = useWords()
  const lines = [of.name, of.line1, of.line2, `${of.postcode} ${of.city}`, country(of.country)]
  return (
    <address>
      {lines
        .filter((line) => line !== '')
        .map((line) => (
          <span key={line}>{line}</span>
        ))}
    </address>
  )
}
