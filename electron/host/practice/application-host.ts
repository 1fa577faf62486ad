import type { Binding, Iis, Site } from './model/iis.ts';
import { quoted as q } from './xml.ts';

/** applicationHost.config as IIS would have it: UTF-8, CRLF, no certificate in a binding. */
export function applicationHost(iis: Iis): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<configuration>',
    ...head,
    '    <system.applicationHost>',
    ...poolLines(iis).map((line) => `        ${line}`),
    ...listenerAdapters,
    ...siteLines(iis.sites).map((line) => `        ${line}`),
    '        <webLimits />',
    '    </system.applicationHost>',
    ...webServer,
    ...metadataLines(iis).map((line) => `    ${line}`),
    '</configuration>',
    '',
  ].join('\r\n');
}

/** Secrets are encrypted in the file; this is the form, with a practice value inside. */
const encrypted = (value: string) => `[enc:IISWASOnlyAesProvider:${Buffer.from(value, 'utf8').toString('base64')}:enc]`;
const identity = (userName: string | null, password: string | null, secret: (value: string) => string) =>
  (userName === null ? '' : ` userName=${q(userName)}`) + (password === null ? '' : ` password=${q(secret(password))}`);

/** How an element is written: in the file, or as the IIS API gives it. */
export interface SiteWriter {
  binding(binding: Binding): string;
  secret(value: string): string;
}

export function poolLines({ pools }: Iis): string[] {
  return [
    '<applicationPools>',
    ...pools.flatMap(({ name, userName, password }) =>
      userName === null
        ? [`    <add name=${q(name)} />`]
        : [
            `    <add name=${q(name)} autoStart="true" managedRuntimeVersion="v4.0">`,
            `        <processModel identityType="SpecificUser"${identity(userName, password, encrypted)} />`,
            '    </add>',
          ],
    ),
    '    <applicationPoolDefaults managedRuntimeVersion="v4.0">',
    '        <processModel identityType="ApplicationPoolIdentity" />',
    '    </applicationPoolDefaults>',
    '</applicationPools>',
  ];
}

export function siteLines(sites: readonly Site[]): string[] {
  return [
    '<sites>',
    ...sites.flatMap((site) => siteElement(site, inFile).map((line) => `    ${line}`)),
    '    <siteDefaults>',
    '        <logFile logFormat="W3C" directory="%SystemDrive%\\inetpub\\logs\\LogFiles" />',
    '    </siteDefaults>',
    '    <applicationDefaults applicationPool="DefaultAppPool" />',
    '    <virtualDirectoryDefaults allowSubDirConfig="true" />',
    '</sites>',
  ];
}

/** One `<site>` with what is below it. */
export function siteElement(site: Site, { binding, secret }: SiteWriter): string[] {
  return [
    `<site name=${q(site.name)} id=${q(site.id)}${site.autoStart ? '' : ' serverAutoStart="false"'}>`,
    ...site.applications.flatMap(({ path, pool, enabledProtocols, virtualDirectories }) => [
      `    <application path=${q(path)} applicationPool=${q(pool)}${enabledProtocols === null ? '' : ` enabledProtocols=${q(enabledProtocols)}`}>`,
      ...virtualDirectories.map(
        (directory) =>
          `        <virtualDirectory path=${q(directory.path)} physicalPath=${q(directory.physicalPath)}${identity(directory.userName, directory.password, secret)} />`,
      ),
      '    </application>',
    ]),
    '    <bindings>',
    ...site.bindings.map((one) => `        ${binding(one)}`),
    '    </bindings>',
    '</site>',
  ];
}

const inFile: SiteWriter = {
  binding: ({ protocol, bindingInformation, sslFlags }) =>
    `<binding protocol=${q(protocol)} bindingInformation=${q(bindingInformation)}${sslFlags === 0 ? '' : ` sslFlags=${q(sslFlags)}`} />`,
  secret: encrypted,
};

export function metadataLines({ customMetadata }: Iis): string[] {
  if (customMetadata.length === 0) return [];
  return [
    '<customMetadata>',
    ...customMetadata.flatMap(({ path, properties }) => [
      `    <key path=${q(path)}>`,
      ...properties.map(
        ({ id, dataType, userType, value }) =>
          `        <property id=${q(id)} dataType=${q(dataType)} userType=${q(userType)} attributes="None" value=${q(value)} />`,
      ),
      '    </key>',
    ]),
    '</customMetadata>',
  ];
}

const head = `    <configSections>
        <sectionGroup name="system.applicationHost">
            <section name="applicationPools" allowDefinition="AppHostOnly" overrideModeDefault="Deny" />
            <section name="customMetadata" allowDefinition="AppHostOnly" overrideModeDefault="Deny" />
            <section name="listenerAdapters" allowDefinition="AppHostOnly" overrideModeDefault="Deny" />
            <section name="sites" allowDefinition="AppHostOnly" overrideModeDefault="Deny" />
            <section name="webLimits" allowDefinition="AppHostOnly" overrideModeDefault="Deny" />
        </sectionGroup>
    </configSections>
    <configProtectedData>
        <providers>
            <add name="IISWASOnlyAesProvider" type="Microsoft.ApplicationHost.AesProtectedConfigurationProvider" description="Uses an AES session key to encrypt and decrypt" keyContainerName="iisWasKey" cspProvider="" useOAEP="false" useMachineContainer="true" sessionKey="AQIAAA5mAAAApAAAcHJhY3RpY2Ugc2VydmVyLCBubyByZWFsIGtleQ==" />
        </providers>
    </configProtectedData>`.split('\n');

const listenerAdapters = [
  '        <listenerAdapters>',
  '            <add name="http" />',
  '        </listenerAdapters>',
];

const webServer = `    <system.webServer>
        <asp />
        <defaultDocument enabled="true">
            <files>
                <add value="Default.htm" />
                <add value="iisstart.htm" />
            </files>
        </defaultDocument>
        <directoryBrowse enabled="false" />
        <security>
            <access sslFlags="None" />
            <authentication>
                <anonymousAuthentication enabled="true" userName="IUSR" />
                <windowsAuthentication enabled="false" />
            </authentication>
        </security>
    </system.webServer>`.split('\n');
