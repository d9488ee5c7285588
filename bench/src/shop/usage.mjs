// Loaded into a measured process before its own code: answers what it has used so far.
process.on('message', (message) => {
  if (message === 'usage') process.send?.({ cpu: process.cpuUsage(), memory: process.memoryUsage() })
})
// Whoever measures is gone.
process.on('disconnect', () => process.exit())
