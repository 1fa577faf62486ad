export const connectionWords = {
  gone: 'The main process of the wizard does not answer any more, so nothing more happens from this window. What a repair has done stands in the journal of its case: close the window and start the wizard again.',
  connecting: 'Opening the wizard …',
};
