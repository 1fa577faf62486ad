export const connectionWords = {
  gone: 'The main process of the wizard does not answer any more, so nothing more happens from this window. What a repair has done stands in the journal of its case: close the window and start the wizard again.',
  silent:
    'The main process of the wizard has not answered for some seconds. What is on the screen stays; a repair that runs goes on and writes its journal. As soon as it answers, this notice goes.',
  late: (seconds: number) =>
    `The main process of the wizard has given no answer to this within ${seconds} seconds. Ask again; what comes late is still shown.`,
  connecting: 'Opening the wizard …',
  keep: 'Copy what was found',
  kept: 'everything that this window holds, as JSON',
  broken: (what: string) =>
    `This screen could not be drawn (${what}). What was found is not lost: copy it, or go to another step.`,
  drawAgain: 'Draw it again',
};
