import { spawn } from 'node:child_process'
import { environment, root } from '../bring-node.mjs'
import { endSteps, signalGroup } from './step.mjs'

const signals = /** @type {const} */ (['SIGHUP', 'SIGINT', 'SIGTERM'])
const exitCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 }

/** @type {import('node:child_process').ChildProcess | undefined} */
let child
let lastForwarded = 0

/** @param {typeof signals[number]} signal */
function receive(signal) {
  if (child === undefined) {
    endSteps('SIGTERM')
    process.exit(exitCodes[signal])
  }
  // A Ctrl-C arrives twice, from the terminal and from npm. A second one a moment later is meant.
  if (Date.now() - lastForwarded < 1000) return
  lastForwarded = Date.now()
  child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal)
}

/** From now on a signal ends the running step and this process, or goes to the child once there is one. */
export function listenForSignals() {
  for (const signal of signals) process.on(signal, receive)
}

/**
 * Runs the program that all this was for: the terminal's output and every signal are its own, its exit code becomes ours.
 * @param {import('../bring-node.mjs').Tools} tools
 * @param {string[]} args what Node runs
 */
export function handOver(tools, args) {
  // A process group of its own, so that the terminal's Ctrl-C comes by us only.
  const started = spawn(tools.node, args, {
    cwd: root,
    env: environment(tools),
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: process.platform !== 'win32',
  })
  child = started
  started.once('error', (error) => {
    console.error(`${tools.node} could not be started: ${error.message}`)
    process.exit(127)
  })
  started.once('exit', (code, signal) => {
    if (signal !== null) signalGroup(started, 'SIGTERM')
    process.exit(code ?? (signal !== null && signal in exitCodes ? exitCodes[/** @type {'SIGTERM'} */ (signal)] : 1))
  })
}
