import { readFileSync, writeFileSync } from 'node:fs';
import { app, BrowserWindow } from 'electron';

// Draws ICON_SVG in each of ICON_SIZES and writes the pictures, as JSON of data URLs, to ICON_RESULT.
const { ICON_SVG = '', ICON_SIZES = '', ICON_RESULT = '' } = process.env;

app.disableHardwareAcceleration();
// Electron becomes ready when this module has run to its end.
void app.whenReady().then(draw);

async function draw() {
  const window = new BrowserWindow({ show: false });
  await window.loadURL('data:text/html,<title>icon</title>');
  const source = `data:image/svg+xml;base64,${readFileSync(ICON_SVG).toString('base64')}`;
  const drawings = await window.webContents.executeJavaScript(`(async () => {
    const image = new Image();
    image.src = ${JSON.stringify(source)};
    await image.decode();
    return [${ICON_SIZES}].map((size) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: size, height: size });
      canvas.getContext('2d').drawImage(image, 0, 0, size, size);
      return canvas.toDataURL('image/png');
    });
  })()`);
  writeFileSync(ICON_RESULT, JSON.stringify(drawings));
  app.quit();
}
