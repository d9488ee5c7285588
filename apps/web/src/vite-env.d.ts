/// <reference types="vite/client" />

// A part of the words (`bundle/message-parts.ts`).
declare module '*?part=first' {
  const words: Record<string, unknown>
  export default words
}
declare module '*?part=shop' {
  const words: Record<string, unknown>
  export default words
}
declare module '*?part=console' {
  const words: Record<string, unknown>
  export default words
}
