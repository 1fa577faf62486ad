import { app } from 'electron';

/** People come by Remote Desktop and servers have no GPU: drawing in software is the only path that is tested. */
export function drawInSoftware(): void {
  app.disableHardwareAcceleration();
}
