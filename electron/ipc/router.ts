import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { invokeChannels, type InvokeChannel } from '../../shared/ipc/channels.ts';
import type { InvokeArgs, InvokeValue } from '../../shared/ipc/contract.ts';
import type { Envelope } from '../../shared/ipc/envelope.ts';
import { errorWords } from '../app/error-words.ts';
import { logError } from '../app/log.ts';
import { UserError } from '../app/user-error.ts';
import { isWizardUrl } from '../window/wizard-url.ts';

/** One function for each channel: a missing one does not compile. */
export type Handlers = {
  [C in InvokeChannel]: (args: InvokeArgs<C>) => InvokeValue<C> | Promise<InvokeValue<C>>;
};

/**
 * The only door between page and main process. `page` is the one page that may
 * come through it; each call's arguments are parsed before a handler sees them.
 */
export function openRouter(page: () => WebContents | null, handlers: Handlers): void {
  for (const channel of invokeChannels) {
    ipcMain.handle(channel, (event, args: unknown) => answer(channel, event, args));
  }

  async function answer(channel: InvokeChannel, event: IpcMainInvokeEvent, args: unknown): Promise<Envelope<unknown>> {
    if (!isWizardPage(event, page())) {
      return refusal('notAllowed', 'Only the page of the wizard itself may ask this.');
    }
    try {
      // The schemas are loaded with the first question: the window is on its way by then.
      const { invokeContract } = await import('../../shared/ipc/contract.ts');
      const parsed = invokeContract[channel].args.safeParse(args);
      if (!parsed.success) return refusal('badArguments', `The page asked "${channel}" in a way that is not known.`);
      const handle = handlers[channel] as (args: unknown) => unknown;
      return { ok: true, value: await handle(parsed.data) };
    } catch (error) {
      if (!(error instanceof UserError)) logError(channel, error);
      return refusal(error instanceof UserError ? error.code : 'failed', errorWords(error));
    }
  }
}

/** The main frame of the wizard's window, at the wizard's address. */
function isWizardPage({ sender, senderFrame }: IpcMainInvokeEvent, page: WebContents | null): boolean {
  return sender === page && senderFrame !== null && senderFrame === sender.mainFrame && isWizardUrl(senderFrame.url);
}

const refusal = (code: UserError['code'], message: string): Envelope<never> => ({
  ok: false,
  error: { code, message },
});
