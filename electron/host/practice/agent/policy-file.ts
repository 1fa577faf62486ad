import type { World } from '../model/world.ts';
import { quoted as q } from '../xml.ts';

/**
 * The client policy file. Its frame is known; the names of the package server's
 * settings are not, and those below are invented: nothing may rely on them.
 */
export function policyFile(world: World): { path: string; content: string; modified: string } | null {
  const { agent } = world;
  if (agent === null) return null;
  const flag = (on: boolean) => q(on ? 'True' : 'False');
  const { publishHttps, forceBinding } = agent.settings;
  const web = `${agent.notificationServer}:443`;
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<Policies>',
    '  <Policy guid="{0a1b2c3d-1111-4a2b-8c3d-000000000001}" name="Agent settings" version="7" hash="c0ffee01" userPolicy="False">',
    '    <ClientPolicy agentClsid="Altiris.AeXNSClientConfigUpdate">',
    '      <ClientPoliciesRequest Interval="3600" />',
    '      <Communications><connectionProfiles>',
    `        <connectionProfile http="False" https="True" httpsFQDNs=${q(web)} webResource="/Altiris/" />`,
    '      </connectionProfiles></Communications>',
    '    </ClientPolicy>',
    '  </Policy>',
    ...(agent.packageServer
      ? [
          '  <Policy guid="{0a1b2c3d-1111-4a2b-8c3d-000000000002}" name="Package Service Settings" version="12" hash="c0ffee02" userPolicy="False">',
          '    <ClientPolicy agentClsid="Altiris.AeXNSCPkgSvr">',
          `      <PracticeSettings practicePublishHttpsCodebase=${flag(publishHttps)} practiceHttpsPort="443" practiceOverwriteHttpsBinding=${flag(forceBinding)} />`,
          '      <PkgAccessCredentials user="CORP\\svc-ps-access" key="practice-only-3" password="aexs://practice-only-4" />',
          '    </ClientPolicy>',
          '  </Policy>',
        ]
      : []),
    '</Policies>',
    '',
  ];
  return {
    path: `${agent.installDir}\\Client Policies\\${agent.notificationServer}.xml`,
    content: lines.join('\r\n'),
    modified: agent.policyReceived,
  };
}
