import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import { invokeChannels, pushChannels } from '../shared/ipc/channels.ts';

const invokable = new Set<string>(invokeChannels);
const pushed = new Set<string>(pushChannels);

contextBridge.exposeInMainWorld('psdoctor', {
  invoke: (channel: string, args: unknown) =>
    invokable.has(channel) ? ipcRenderer.invoke(channel, args) : Promise.reject(new Error('no such channel')),
  subscribe: (channel: string, listener: (value: unknown) => void) => {
    if (!pushed.has(channel)) throw new Error('no such channel');
    const forward = (_event: IpcRendererEvent, value: unknown) => listener(value);
    ipcRenderer.on(channel, forward);
    return () => void ipcRenderer.off(channel, forward);
  },
});
