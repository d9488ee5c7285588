// Runs slow commands while a person watches: a line at the start, a sign of life, a line at the end, the tail of the output when one fails.
import { spawn } from 'node:child_process'
import { stripVTControlCharacters } from 'node:util'

const heartbeatSeconds = 10

/** @param {number} startedAt milliseconds since the epoch */
export const secondsSince = (startedAt) => `${((Date.now() - startedAt) / 1000).toFixed(1)} s`

/** The end of a long output, where tools say what went wrong. @param {string} output @param {number} [lines] */
export function tail(output, lines = 40) {
  const plain = process.stdout.isTTY ? output : stripVTControlCharacters(output)
  return plain.trimEnd().split('\n').slice(-lines).join('\n')
}

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()

/** Signals all that a child started: each has a process group of its own. @param {import('node:child_process').ChildProcess} child @param {NodeJS.Signals} signal */
export function signalGroup(child, signal) {
  try {
    if (child.pid !== undefined) process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal)
  } catch {
    child.kill(signal)
  }
}

/** @param {NodeJS.Signals} signal */
export function endSteps(signal) {
  for (const child of running) signalGroup(child, signal)
}

/**
 * Runs a command to its end and answers its exit code and all it printed. A command that cannot be started answers code 127.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, onText?: (text: string) => void }} [options] `onText` gets the output as it comes
 * @returns {Promise<{ code: number, output: string }>}
 */
export function capture(command, args, { cwd, env = process.env, onText } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    })
    running.add(child)
    let output = ''
    /** @param {string} text */
    const take = (text) => {
      output += text
      onText?.(text)
    }
    child.stdout.setEncoding('utf8').on('data', take)
    child.stderr.setEncoding('utf8').on('data', take)
    child.once('error', (error) => {
      running.delete(child)
      resolve({ code: 127, output: `${output}${error.message}\n` })
    })
    child.once('close', (code) => {
      running.delete(child)
      resolve({ code: code ?? 1, output })
    })
  })
}

/** Says that something still goes on, until it is ended. @returns {() => void} ends it */
export function heartbeat() {
  const startedAt = Date.now()
  const beat = setInterval(() => console.log(`  still at it, ${secondsSince(startedAt)}`), heartbeatSeconds * 1000)
  return () => clearInterval(beat)
}

/**
 * Runs one step and says so. When it fails, prints the tail of its output and what to do, and ends this process with its exit code.
 * @param {string} title what happens, as a person would say it
 * @param {{ command: string, args: string[], cwd?: string, env?: NodeJS.ProcessEnv, whatToDo: string }} what
 * @returns {Promise<string>} all that the command printed
 */
export async function step(title, { command, args, whatToDo, ...options }) {
  const startedAt = Date.now()
  console.log(`${title} …`)
  const rest = heartbeat()
  const { code, output } = await capture(command, args, options)
  rest()
  if (code !== 0) {
    console.error(
      `${tail(output)}\n\n${title}: failed after ${secondsSince(startedAt)}, exit code ${code}.\n${whatToDo}`,
    )
    process.exit(code)
  }
  console.log(`  done in ${secondsSince(startedAt)}`)
  return output
}
