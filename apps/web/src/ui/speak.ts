/** After what it is about has been drawn, and the dialog it may stand in has opened. */
const afterMs = 150
let waiting: string[] = []

/**
 * Says something once to whoever cannot see it, after what they are listening to. A modal dialog silences the page behind it: while one is
 * open the words stand in it. What is said in one moment is said together.
 */
export function speak(words: string): void {
  if (words === '') return
  waiting.push(words)
  if (waiting.length > 1) return
  setTimeout(() => {
    const said = waiting.join('. ')
    waiting = []
    const places = document.querySelectorAll('dialog[open] > [data-spoken]')
    const place = places[places.length - 1] ?? document.querySelector('#root > [data-spoken]')
    // The same words are heard again only when they differ.
    if (place) place.textContent = place.textContent === said ? `${said}\u00a0` : said
  }, afterMs)
}
