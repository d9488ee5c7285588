import { useEffect, useRef } from 'react'
import { speak } from './speak.ts'

/** Says words when they change, not when they first appear with their page. */
export function useSpokenChange(words: string): void {
  const before = useRef(words)
  useEffect(() => {
    if (before.current === words) return
    before.current = words
    speak(words)
  }, [words])
}
