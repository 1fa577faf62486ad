# psdoctor-script: refresh-packages
# Asks the Symantec Management Agent, by COM, to refresh all packages of the package service, as
# "Refresh All Packages" of its window does. Does nothing else. Windows PowerShell 5.1.
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

try {
  if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') {
    throw 'PowerShell is in Constrained Language Mode, which does not allow to ask the agent'
  }
  $agent = New-Object -ComObject 'Altiris.AeXNSClient'
  $packageServer = $agent.ClientPolicyMgr.ClientAgent('Altiris.AeXNSCPkgSvr')
  if (-not $packageServer) { throw 'the agent has no package service' }
  [void]$packageServer.RefreshPackages()
  $said = '{"done":true}'
} catch {
  # ASCII alone, so that no code page can damage it; escaped by hand, for every language mode.
  $words = ("$_" -replace '[^\x20-\x7E]', '?') -replace '["\\]', "'"
  $said = '{"error":"' + $words + '"}'
}
'-----BEGIN psdoctor refreshPackages-----'
$said
'-----END psdoctor refreshPackages-----'
