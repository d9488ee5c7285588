/** Runs of 13 to 19 digits, with single blanks, dots or dashes between them. */
const runs = /(?<!\d)\d(?:[ .\u00a0-]?\d){12,18}(?!\d)/g

/** The text without card numbers: a digit run that checks like one becomes ••••. Cards never touch us (SAFETY 7, PCI). */
export const maskCards = (text: string): string => text.replace(runs, (run) => (looksLikeCard(run) ? '••••' : run))

// Luhn: every second digit from the right counts double.
function looksLikeCard(run: string): boolean {
  const digits = [...run].filter((sign) => sign >= '0' && sign <= '9').map(Number)
  const sum = digits.toReversed().reduce((total, digit, i) => {
    const doubled = i % 2 === 1 ? digit * 2 : digit
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return sum > 0 && sum % 10 === 0
}
