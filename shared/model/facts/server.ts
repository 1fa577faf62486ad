import { z } from 'zod';

const Elevation = z.object({ elevated: z.boolean(), localSystem: z.boolean() });
export type Elevation = z.infer<typeof Elevation>;

const Windows = z.object({
  /** CurrentBuildNumber: 14393 = 2016, 17763 = 2019, 20348 = 2022, 26100 = 2025. */
  build: z.int(),
  /** `Server`, `Server Core` or `Client`. */
  installationType: z.string(),
  productType: z.string(),
  fqdn: z.string(),
  bootTime: z.string().nullable(),
  /** Why a reboot is pending; empty when none is. */
  pendingReboot: z.array(z.string()),
});
export type Windows = z.infer<typeof Windows>;

const Service = z.object({
  name: z.string(),
  state: z.string(),
  pid: z.int(),
  startMode: z.string(),
  dependents: z.array(z.string()),
});

const Event = z.object({
  provider: z.string(),
  id: z.int(),
  at: z.string(),
  endpoint: z.string().nullable(),
  text: z.string().nullable(),
});

/** Signs that this server is the Symantec Management Platform itself (KB180384, KB172128's note). */
const NotificationServer = z.object({
  /** `HKLM\SOFTWARE\Altiris\eXpress\Notification Server\InstallPath`, null when the value is not there. */
  installPath: z.string().nullable(),
  /** State of the service AeXSvc, null when there is none. */
  serviceState: z.string().nullable(),
});

const UrlReservation = z.object({ url: z.string(), users: z.array(z.string()) });

export const ServerFacts = {
  elevation: Elevation,
  windows: Windows,
  service: Service,
  /** W3SVC, the same shape. */
  webService: Service,
  notificationServer: NotificationServer,
  urlReservations: z.object({ items: z.array(UrlReservation) }),
  events: z.array(Event),
} as const;
