/**
 * The README's first command: install, build, start. A second start finds everything done and takes seconds.
 *
 * The server is a child on Node 24 with this terminal. Signals are handed on and its exit code is ours. If this process
 * dies without a word (`kill -9`), the IPC channel closes and the server stops itself: no orphan keeps the port.
 */
import {
  buildClient,
  forwardSignals,
  installPackages,
  NODE_24,
  requireNode,
  run,
  SERVER,
  StepFailed,
} from './workspace.mjs'

try {
  requireNode()
  forwardSignals()
  await installPackages()
  await buildClient()
  process.exitCode = await run(NODE_24, SERVER, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
} catch (error) {
  if (!(error instanceof StepFailed)) throw error
  console.error(error.message)
  process.exitCode = 1
}
